export {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient as Client,
  ListTablesCommand,
  ListTagsOfResourceCommand,
} from '@aws-sdk/client-dynamodb';
