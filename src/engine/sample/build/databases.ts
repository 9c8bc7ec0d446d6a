import { digest } from '../ids.ts';
import { constant, count, level } from '../metrics.ts';
import type { Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { networkInterface } from './addresses.ts';
import { keyArn } from './encryption.ts';

const GIB = 1024 ** 3;

interface InstanceSpec {
  name: string;
  engine: string;
  version: string;
  class: string;
  /** GiB, and its type; none for members of an Aurora cluster. */
  storage?: { type: 'gp2' | 'gp3' | 'io1'; size: number; iops?: number; free?: number; grows?: number };
  cluster?: string;
  created: Date;
  vpc: string;
  subnets: string[];
  groups: string[];
  multiAz?: boolean;
  isPublic?: boolean;
  /** Alias of the key, without `alias/`. */
  key?: string;
  /** Days that automated backups are kept. */
  backups?: number;
  deletionProtection?: boolean;
  minorUpgrades?: boolean;
  insights?: boolean;
  iam?: boolean;
  logs?: string[];
  monitoring?: number;
  extendedSupport?: boolean;
  license?: string;
  replicaOf?: string;
  stopped?: boolean;
  /** Highest number of connections of a day. */
  connections: number;
  cpu: [average: number, maximum: number];
  port?: number;
  copyTags?: boolean;
  now: Date;
  tags?: Tags;
}

const ports: Record<string, number> = {
  postgres: 5432,
  mysql: 3306,
  mariadb: 3306,
  'aurora-postgresql': 5432,
  'aurora-mysql': 3306,
  'sqlserver-se': 1433,
};

export function dbInstance(site: Site, spec: InstanceSpec): Kinds['db-instance'] {
  const arn = site.arn('rds', `db:${spec.name}`);
  const tags = spec.tags ?? {};
  const port = spec.port ?? ports[spec.engine]!;
  const subnets = spec.subnets.map((name) => site.get('subnet', name).body);
  const groups = spec.groups.map((name) => site.get('security-group', name).body.GroupId!);
  networkInterface(site, {
    name: `rds/${spec.name}`,
    subnet: spec.subnets[0]!,
    groups: spec.groups,
    description: 'RDSNetworkInterface',
    requester: 'amazon-rds',
    created: spec.created,
    ...(spec.isPublic && {
      publicIp: `203.0.113.${150 + (Number.parseInt(digest(spec.name).slice(0, 2), 16) % 50)}`,
    }),
  });
  measureInstance(site, spec);
  const { storage } = spec;
  return site.add('db-instance', {
    name: spec.name,
    arn,
    tags,
    body: {
      DBInstanceIdentifier: spec.name,
      DBInstanceArn: arn,
      DbiResourceId: `db-${digest(arn).slice(0, 26).toUpperCase()}`,
      DBInstanceClass: spec.class,
      DBInstanceStatus: spec.stopped ? 'stopped' : 'available',
      Engine: spec.engine,
      EngineVersion: spec.version,
      EngineLifecycleSupport:
        spec.extendedSupport === false
          ? 'open-source-rds-extended-support-disabled'
          : 'open-source-rds-extended-support',
      MasterUsername: 'acme_admin',
      Endpoint: { Address: `${spec.name}.c9akciq32rgd.${site.region}.rds.amazonaws.com`, Port: port },
      DbInstancePort: 0,
      AllocatedStorage: storage?.size ?? 1,
      StorageType: storage?.type ?? 'aurora',
      ...(storage?.iops && { Iops: storage.iops }),
      ...(storage?.type === 'gp3' && { Iops: storage.iops ?? 3000, StorageThroughput: 125 }),
      ...(storage?.grows && { MaxAllocatedStorage: storage.grows }),
      StorageEncrypted: spec.key !== undefined,
      ...(spec.key && { KmsKeyId: keyArn(site, spec.key) }),
      InstanceCreateTime: spec.created,
      BackupRetentionPeriod: spec.backups ?? 7,
      PreferredBackupWindow: '06:10-06:40',
      PreferredMaintenanceWindow: 'sun:07:10-sun:07:40',
      ...((spec.backups ?? 7) > 0 && { LatestRestorableTime: new Date(spec.now.getTime() - 300_000) }),
      MultiAZ: spec.multiAz ?? false,
      AvailabilityZone: subnets[0]!.AvailabilityZone,
      ...(spec.multiAz && { SecondaryAvailabilityZone: subnets[1]!.AvailabilityZone }),
      PubliclyAccessible: spec.isPublic ?? false,
      DeletionProtection: spec.deletionProtection ?? false,
      AutoMinorVersionUpgrade: spec.minorUpgrades ?? true,
      PerformanceInsightsEnabled: spec.insights ?? false,
      IAMDatabaseAuthenticationEnabled: spec.iam ?? false,
      MonitoringInterval: spec.monitoring ?? 0,
      EnabledCloudwatchLogsExports: spec.logs ?? [],
      CopyTagsToSnapshot: spec.copyTags ?? false,
      LicenseModel:
        spec.license ?? (spec.engine.includes('mysql') ? 'general-public-license' : 'postgresql-license'),
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
      NetworkType: 'IPV4',
      ...(spec.cluster && { DBClusterIdentifier: spec.cluster, PromotionTier: 1 }),
      ...(spec.replicaOf && { ReadReplicaSourceDBInstanceIdentifier: spec.replicaOf }),
      ReadReplicaDBInstanceIdentifiers: [],
      VpcSecurityGroups: groups.map((VpcSecurityGroupId) => ({ VpcSecurityGroupId, Status: 'active' })),
      DBSecurityGroups: [],
      DBParameterGroups: [
        {
          DBParameterGroupName: `default.${spec.engine}${spec.version.split('.').slice(0, 1)}`,
          ParameterApplyStatus: 'in-sync',
        },
      ],
      DBSubnetGroup: {
        DBSubnetGroupName: `${spec.vpc}-db`,
        DBSubnetGroupDescription: `Subnets for databases of ${spec.vpc}`,
        VpcId: site.get('vpc', spec.vpc).body.VpcId,
        SubnetGroupStatus: 'Complete',
        Subnets: subnets.map((subnet) => ({
          SubnetIdentifier: subnet.SubnetId,
          SubnetAvailabilityZone: { Name: subnet.AvailabilityZone },
          SubnetStatus: 'Active',
        })),
      },
      TagList: tagList(tags),
    },
  });
}

function measureInstance(site: Site, spec: InstanceSpec): void {
  if (spec.stopped) return;
  const dimensions = { DBInstanceIdentifier: spec.name };
  const measure = (metric: string, daily: Parameters<Site['measure']>[3]) =>
    site.measure('AWS/RDS', metric, dimensions, daily);
  measure('CPUUtilization', level(`${spec.name}/cpu`, ...spec.cpu, spec.created));
  measure(
    'DatabaseConnections',
    level(`${spec.name}/connections`, Math.round(spec.connections * 0.4), spec.connections, spec.created),
  );
  measure('ReadIOPS', level(`${spec.name}/read`, spec.connections * 2, spec.connections * 9, spec.created));
  measure('WriteIOPS', level(`${spec.name}/write`, spec.connections, spec.connections * 6, spec.created));
  measure('FreeableMemory', constant(3 * GIB, spec.created));
  if (spec.storage)
    measure('FreeStorageSpace', constant((spec.storage.free ?? spec.storage.size * 0.4) * GIB, spec.created));
}

interface ClusterSpec {
  name: string;
  engine: 'aurora-postgresql' | 'aurora-mysql';
  version: string;
  created: Date;
  vpc: string;
  zones: string[];
  groups: string[];
  key?: string;
  backups?: number;
  deletionProtection?: boolean;
  members: string[];
  logs?: string[];
  now: Date;
  tags?: Tags;
}

export function dbCluster(site: Site, spec: ClusterSpec): Kinds['db-cluster'] {
  const arn = site.arn('rds', `cluster:${spec.name}`);
  const tags = spec.tags ?? {};
  return site.add('db-cluster', {
    name: spec.name,
    arn,
    tags,
    body: {
      DBClusterIdentifier: spec.name,
      DBClusterArn: arn,
      DbClusterResourceId: `cluster-${digest(arn).slice(0, 26).toUpperCase()}`,
      Status: 'available',
      Engine: spec.engine,
      EngineVersion: spec.version,
      EngineMode: 'provisioned',
      EngineLifecycleSupport: 'open-source-rds-extended-support',
      MasterUsername: 'acme_admin',
      Port: ports[spec.engine],
      Endpoint: `${spec.name}.cluster-c9akciq32rgd.${site.region}.rds.amazonaws.com`,
      ReaderEndpoint: `${spec.name}.cluster-ro-c9akciq32rgd.${site.region}.rds.amazonaws.com`,
      AvailabilityZones: spec.zones.map((zone) => `${site.region}${zone}`),
      MultiAZ: spec.members.length > 1,
      AllocatedStorage: 1,
      StorageEncrypted: spec.key !== undefined,
      ...(spec.key && { KmsKeyId: keyArn(site, spec.key) }),
      ClusterCreateTime: spec.created,
      BackupRetentionPeriod: spec.backups ?? 1,
      EarliestRestorableTime: new Date(spec.now.getTime() - (spec.backups ?? 1) * 86_400_000),
      LatestRestorableTime: new Date(spec.now.getTime() - 300_000),
      DeletionProtection: spec.deletionProtection ?? false,
      IAMDatabaseAuthenticationEnabled: false,
      CopyTagsToSnapshot: true,
      EnabledCloudwatchLogsExports: spec.logs ?? [],
      AutoMinorVersionUpgrade: true,
      HttpEndpointEnabled: false,
      DBSubnetGroup: `${spec.vpc}-db`,
      DBClusterMembers: spec.members.map((DBInstanceIdentifier, index) => ({
        DBInstanceIdentifier,
        IsClusterWriter: index === 0,
        DBClusterParameterGroupStatus: 'in-sync',
        PromotionTier: 1,
      })),
      VpcSecurityGroups: spec.groups.map((name) => ({
        VpcSecurityGroupId: site.get('security-group', name).body.GroupId,
        Status: 'active',
      })),
      TagList: tagList(tags),
    },
  });
}

interface SnapshotSpec {
  name: string;
  /** Identifier of the instance, or of one that is gone. */
  instance: string;
  engine: string;
  version: string;
  size: number;
  created: Date;
  type?: 'manual' | 'automated';
  key?: string;
  /** Accounts, or `all` for everybody. */
  sharedWith?: string[];
  tags?: Tags;
}

export function dbSnapshot(site: Site, spec: SnapshotSpec): Kinds['db-snapshot'] {
  const arn = site.arn('rds', `snapshot:${spec.name}`);
  const tags = spec.tags ?? {};
  return site.add('db-snapshot', {
    name: spec.name,
    arn,
    tags,
    sharedWith: spec.sharedWith ?? [],
    body: {
      DBSnapshotIdentifier: spec.name,
      DBSnapshotArn: arn,
      DBInstanceIdentifier: spec.instance,
      SnapshotType: spec.type ?? 'manual',
      Status: 'available',
      Engine: spec.engine,
      EngineVersion: spec.version,
      AllocatedStorage: spec.size,
      StorageType: 'gp2',
      SnapshotCreateTime: spec.created,
      OriginalSnapshotCreateTime: spec.created,
      InstanceCreateTime: site.find('db-instance', spec.instance)?.body.InstanceCreateTime,
      Encrypted: spec.key !== undefined,
      ...(spec.key && { KmsKeyId: keyArn(site, spec.key) }),
      PercentProgress: 100,
      Port: ports[spec.engine],
      MasterUsername: 'acme_admin',
      LicenseModel: 'general-public-license',
      TagList: tagList(tags),
    },
  });
}

interface TableSpec {
  name: string;
  created: Date;
  /** Provisioned units (read, write); none: on demand. */
  provisioned?: [read: number, write: number];
  /** Units consumed a day (read, write). */
  consumed: [read: number, write: number];
  items: number;
  bytes: number;
  pointInTimeRecovery?: boolean;
  deletionProtection?: boolean;
  key?: string;
  replicas?: string[];
  indexes?: string[];
  tags?: Tags;
}

export function table(site: Site, spec: TableSpec): Kinds['table'] {
  const arn = site.arn('dynamodb', `table/${spec.name}`);
  const throughput = {
    ReadCapacityUnits: spec.provisioned?.[0] ?? 0,
    WriteCapacityUnits: spec.provisioned?.[1] ?? 0,
    NumberOfDecreasesToday: 0,
  };
  // Emitted only when something is consumed.
  for (const [metric, perDay] of [
    ['ConsumedReadCapacityUnits', spec.consumed[0]],
    ['ConsumedWriteCapacityUnits', spec.consumed[1]],
  ] as const)
    if (perDay)
      site.measure(
        'AWS/DynamoDB',
        metric,
        { TableName: spec.name },
        count(`${spec.name}/${metric}`, perDay, spec.created),
      );
  return site.add('table', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    pointInTimeRecovery: spec.pointInTimeRecovery ?? false,
    body: {
      TableName: spec.name,
      TableArn: arn,
      TableId: `${digest(arn).slice(0, 8)}-1111-4222-8333-${digest(arn).slice(8, 20)}`,
      TableStatus: 'ACTIVE',
      CreationDateTime: spec.created,
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      ProvisionedThroughput: throughput,
      ...(!spec.provisioned && {
        BillingModeSummary: {
          BillingMode: 'PAY_PER_REQUEST',
          LastUpdateToPayPerRequestDateTime: spec.created,
        },
      }),
      TableClassSummary: { TableClass: 'STANDARD' },
      ItemCount: spec.items,
      TableSizeBytes: spec.bytes,
      DeletionProtectionEnabled: spec.deletionProtection ?? false,
      ...(spec.key && {
        SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: keyArn(site, spec.key) },
      }),
      ...(spec.replicas && {
        GlobalTableVersion: '2019.11.21',
        Replicas: spec.replicas.map((RegionName) => ({ RegionName, ReplicaStatus: 'ACTIVE' })),
      }),
      ...(spec.indexes && {
        GlobalSecondaryIndexes: spec.indexes.map((IndexName) => ({
          IndexName,
          IndexArn: `${arn}/index/${IndexName}`,
          IndexStatus: 'ACTIVE',
          KeySchema: [{ AttributeName: IndexName, KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
          ItemCount: spec.items,
          IndexSizeBytes: spec.bytes,
          ProvisionedThroughput: throughput,
        })),
      }),
    },
  });
}
