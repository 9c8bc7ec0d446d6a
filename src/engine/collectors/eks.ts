import { listing } from './read.ts';

const token = { output: 'nextToken', input: 'nextToken' } as const;

/** Names only: ListClusters gives no more. */
export const clusterNames = listing({
  service: 'eks',
  operation: 'ListClusters',
  type: 'AWS::EKS::ClusterName',
  auxiliary: true,
  page: token,
  input: () => ({ maxResults: 100 }),
  items: (output) => output.clusters,
  identify: (name, at) => ({ arn: at.arn('eks', `cluster/${name}`), name }),
});

/** One call a cluster, so that the body is the cluster itself, with its tags. */
export const clusters = listing({
  service: 'eks',
  operation: 'DescribeCluster',
  type: 'AWS::EKS::Cluster',
  under: clusterNames,
  absent: ['ResourceNotFoundException'],
  input: (_at, { body }) => ({ name: body }),
  items: ({ cluster }) => (cluster ? [cluster] : []),
  identify: (cluster) => ({ arn: cluster.arn!, name: cluster.name }),
  tags: (cluster) => cluster.tags ?? {},
});

export const nodegroupNames = listing({
  service: 'eks',
  operation: 'ListNodegroups',
  type: 'AWS::EKS::NodegroupName',
  auxiliary: true,
  under: clusterNames,
  absent: ['ResourceNotFoundException'],
  page: token,
  input: (_at, { body }) => ({ clusterName: body, maxResults: 100 }),
  items: (output) => output.nodegroups,
  identify: (name, at, cluster) => ({ arn: at.arn('eks', `nodegroup/${cluster.body}/${name}`), name }),
});

export const nodegroups = listing({
  service: 'eks',
  operation: 'DescribeNodegroup',
  type: 'AWS::EKS::Nodegroup',
  under: nodegroupNames,
  absent: ['ResourceNotFoundException'],
  input: (_at, { arn, body }) => ({ clusterName: arn.split('/')[1], nodegroupName: body }),
  items: ({ nodegroup }) => (nodegroup ? [nodegroup] : []),
  identify: (group) => ({ arn: group.nodegroupArn!, name: group.nodegroupName }),
  tags: (group) => group.tags ?? {},
});

/** Kubernetes versions that EKS offers in the region, each with its support status and dates. */
export const clusterVersions = listing({
  service: 'eks',
  operation: 'DescribeClusterVersions',
  type: 'AWS::EKS::ClusterVersion',
  auxiliary: true,
  page: token,
  input: () => ({ includeAll: true, maxResults: 100 }),
  items: (output) => output.clusterVersions,
  identify: (version, at) => ({
    arn: at.arn('eks', `cluster-version/${version.clusterType}/${version.clusterVersion}`),
  }),
});
