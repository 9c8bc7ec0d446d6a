export {
  GetPolicyCommand,
  LambdaClient as Client,
  ListFunctionsCommand,
  ListFunctionUrlConfigsCommand,
} from '@aws-sdk/client-lambda';
