export {
  DescribeClusterCommand,
  DescribeClusterVersionsCommand,
  DescribeNodegroupCommand,
  EKSClient as Client,
  ListClustersCommand,
  ListNodegroupsCommand,
} from '@aws-sdk/client-eks';
