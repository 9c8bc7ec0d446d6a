export {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient as Client,
  ListAliasesCommand,
  ListKeysCommand,
} from '@aws-sdk/client-kms';
