export {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient as Client,
  ListClustersCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs';
