import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import {
  AllocateAddressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateVolumeCommand,
  DescribeAddressesCommand,
  DescribeSecurityGroupsCommand,
  DescribeVolumesCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch } from '../../src/engine/dispatch.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { clientOf } from '../../src/shared/contract/define.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { scopeSchema } from '../../src/shared/model/scan.ts';
import { type Emulator, profilesFor, startEmulator } from '../support/emulator.ts';
import { temporaryFolder } from '../support/folder.ts';
import { isRead } from '../support/reading.ts';

let ministack: Emulator;
const ACCOUNT = '000000000000';

const sdk = () => ({
  endpoint: ministack.endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

beforeAll(async () => {
  ministack = await startEmulator('ministack');
  const ec2 = new EC2Client(sdk());
  await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 1000, VolumeType: 'gp2' }));
  await ec2.send(
    new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 10, VolumeType: 'gp3', Encrypted: true }),
  );
  await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'open', Description: 'open to all', VpcId: Vpcs![0]!.VpcId }),
  );
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    }),
  );
  const s3 = new S3Client({ ...sdk(), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'acme-public-brochures' }));
  await s3.send(
    new PutBucketPolicyCommand({
      Bucket: 'acme-public-brochures',
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::acme-public-brochures/*',
          },
        ],
      }),
    }),
  );
  const iam = new IAMClient(sdk());
  await iam.send(new CreateUserCommand({ UserName: 'ana' }));
  await iam.send(new CreateLoginProfileCommand({ UserName: 'ana', Password: 'Correct-Horse-1' }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'ana' }));
  await new KMSClient(sdk()).send(new CreateKeyCommand({ Description: 'never rotated' }));
  await new CloudWatchLogsClient(sdk()).send(
    new CreateLogGroupCommand({ logGroupName: '/acme/kept-for-ever' }),
  );
  await new DynamoDBClient(sdk()).send(
    new CreateTableCommand({
      TableName: 'claims',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
});

afterAll(async () => {
  await ministack.stop();
});

/** What the account holds, asked by the SDK itself; without what differs from one answer to the next. */
async function inventory(): Promise<object[]> {
  const ec2 = new EC2Client(sdk());
  const iam = new IAMClient(sdk());
  const dynamodb = new DynamoDBClient(sdk());
  const answers = await Promise.all([
    ec2.send(new DescribeVolumesCommand({})),
    ec2.send(new DescribeAddressesCommand({})),
    ec2.send(new DescribeSecurityGroupsCommand({})),
    ec2.send(new DescribeVpcsCommand({})),
    new S3Client({ ...sdk(), forcePathStyle: true }).send(new ListBucketsCommand({})),
    iam.send(new ListUsersCommand({})),
    iam.send(new ListAccessKeysCommand({ UserName: 'ana' })),
    new KMSClient(sdk()).send(new ListKeysCommand({})),
    new CloudWatchLogsClient(sdk()).send(new DescribeLogGroupsCommand({})),
    dynamodb.send(new ListTablesCommand({})),
    dynamodb.send(new DescribeTableCommand({ TableName: 'claims' })),
  ]);
  return answers.map(({ $metadata, ...held }) => held);
}

test('an account of another emulator is scanned and judged, and left as it was; what it cannot answer is in the ledger', async () => {
  const engine = createEngine({
    env: profilesFor(
      ministack.endpoint,
      '[profile acme]\nregion = us-east-1\nendpoint_url = ENDPOINT\n',
      '[acme]\naws_access_key_id = test\naws_secret_access_key = test\n',
    ),
    home: temporaryFolder(),
  });
  const client = clientOf(contract, (method, args, options) =>
    dispatch(contract, engine.handlers, method, args, {
      signal: options?.signal ?? new AbortController().signal,
    }),
  );
  await client.engagement.create({
    path: join(temporaryFolder(), 'acme.fieldbook'),
    passphrase: 'correct horse',
    client: 'Acme',
    consultant: 'Northwind',
  });
  expect(await client.aws.whoami({ profile: 'acme' })).toMatchObject({ account: ACCOUNT });

  const before = await inventory();
  const from = ministack.requests.length;
  const { snapshot, refused } = await client.scan.start({
    scope: scopeSchema.parse({ profiles: ['acme'], regions: ['us-east-1', 'eu-west-1'] }),
  });
  const sent = ministack.requests.slice(from);
  expect(sent.length).toBeGreaterThan(100);
  expect(sent.filter((request) => !isRead(request))).toEqual([]);
  expect(await inventory()).toEqual(before);

  expect(refused).toEqual([]);
  expect(snapshot.state).toBe('complete');
  const { gaps, reads } = await client.coverage.get({ snapshot: snapshot.id });
  expect(reads.ok + reads.failed).toBe(reads.planned);
  expect(gaps.reduce((sum, gap) => sum + gap.reads, 0)).toBe(reads.failed);
  // What this version of the emulator (requirements.txt) does not know, or answers in another way than AWS.
  expect(gaps.map((gap) => [gap.read, gap.outcome]).sort()).toEqual([
    ['ec2:DescribeReservedInstances', 'not-offered'],
    ['ec2:GetEbsEncryptionByDefault', 'not-offered'],
    ['ec2:GetSnapshotBlockPublicAccessState', 'not-offered'],
    ['eks:DescribeClusterVersions', 'failed'],
    ['iam:GetCredentialReport', 'failed'],
    ['iam:ListServerCertificates', 'not-offered'],
    ['s3:GetPublicAccessBlock/account', 'failed'],
    ['servicequotas:ListServiceQuotas', 'failed'],
  ]);
  for (const gap of gaps) expect(gap.message).toMatch(/./);

  const { findings } = await client.findings.page({ filter: {}, limit: 1000 });
  const statusOf = (check: string) => [
    ...new Set(findings.filter((finding) => finding.check === check).map((finding) => finding.status)),
  ];
  for (const check of [
    'ebs-volume-unattached',
    'iam-user-mfa',
    'vpc-security-group-admin-ports',
    'vpc-elastic-ip-idle',
    'kms-key-rotation-off',
    'dynamodb-point-in-time-recovery',
    'log-group-without-retention',
  ])
    expect([check, ...statusOf(check)]).toContain('fail');
  // A check does not guess what the emulator did not say.
  for (const check of [
    'ebs-encryption-by-default',
    'ec2-reserved-instances-expiring',
    'iam-root-used',
    'iam-server-certificate-expired',
    's3-account-public-access-block',
  ])
    expect([check, ...statusOf(check)]).toEqual([check, 'unknown']);
  const gp2 = findings.find((finding) => finding.check === 'ebs-gp2-to-gp3' && finding.status === 'fail')!;
  expect(gp2.saving).toMatchObject({ monthly: 15_000_000, currency: 'USD' });
  await engine.close();
});
