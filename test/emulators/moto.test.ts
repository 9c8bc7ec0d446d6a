import { join } from 'node:path';
import { CloudTrailClient, CreateTrailCommand, StartLoggingCommand } from '@aws-sdk/client-cloudtrail';
import {
  AllocateAddressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateVolumeCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch } from '../../src/engine/dispatch.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { clientOf } from '../../src/shared/contract/define.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { scopeSchema } from '../../src/shared/model/scan.ts';
import { type Emulator, profilesFor, startEmulator } from '../support/emulator.ts';
import { thrownBy } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { isRead } from '../support/reading.ts';

let moto: Emulator;
let memberAccount: string;
const MANAGEMENT = '123456789012';

const sdk = (region = 'us-east-1') => ({
  endpoint: moto.endpoint,
  region,
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
});

beforeAll(async () => {
  moto = await startEmulator('moto');
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
  await s3.send(new CreateBucketCommand({ Bucket: 'acme-trail' }));
  const trail = new CloudTrailClient(sdk());
  await trail.send(
    new CreateTrailCommand({ Name: 'acme', S3BucketName: 'acme-trail', IsMultiRegionTrail: true }),
  );
  await trail.send(new StartLoggingCommand({ Name: 'acme' }));
  const iam = new IAMClient(sdk());
  await iam.send(new CreateUserCommand({ UserName: 'ana' }));
  await iam.send(new CreateLoginProfileCommand({ UserName: 'ana', Password: 'Correct-Horse-1' }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'ana' }));
  await new RDSClient(sdk()).send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: 'claims',
      DBInstanceClass: 'db.t3.large',
      Engine: 'mysql',
      AllocatedStorage: 100,
      MasterUsername: 'admin',
      MasterUserPassword: 'not-a-real-password',
      PubliclyAccessible: true,
    }),
  );
  const organizations = new OrganizationsClient(sdk());
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { CreateAccountStatus } = await organizations.send(
    new CreateAccountCommand({ AccountName: 'production', Email: 'production@acme.example' }),
  );
  memberAccount = CreateAccountStatus!.AccountId!;
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'FieldbookAudit',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${MANAGEMENT}:root` },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    }),
  );
});

afterAll(async () => {
  await moto.stop();
});

const state = async () => (await fetch(`${moto.endpoint}/moto-api/data.json`)).text();

function engineOn(env: NodeJS.ProcessEnv): {
  engine: Engine;
  client: ReturnType<typeof clientOf<typeof contract>>;
} {
  const engine = createEngine({ env, home: temporaryFolder() });
  return {
    engine,
    client: clientOf(contract, (method, args, options) =>
      dispatch(contract, engine.handlers, method, args, {
        signal: options?.signal ?? new AbortController().signal,
      }),
    ),
  };
}

const config = `[profile acme]
region = us-east-1
endpoint_url = ENDPOINT
`;
const credentials = `[acme]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
`;

test('the accounts of an organization are scanned through a role, judged, and left as they were', async () => {
  const { engine, client } = engineOn(profilesFor(moto.endpoint, config, credentials));
  await client.engagement.create({
    path: join(temporaryFolder(), 'acme.fieldbook'),
    passphrase: 'correct horse',
    client: 'Acme',
    consultant: 'Northwind',
  });
  expect((await client.aws.profiles({})).profiles[0]).toMatchObject({
    name: 'acme',
    kind: 'keys',
    problem: null,
  });
  expect(await client.aws.whoami({ profile: 'acme' })).toMatchObject({ account: MANAGEMENT });

  const before = await state();
  const from = moto.requests.length;
  const { snapshot, refused } = await client.scan.start({
    scope: scopeSchema.parse({
      profiles: ['acme'],
      organization: { roleName: 'FieldbookAudit' },
      regions: ['us-east-1', 'eu-west-1'],
    }),
  });
  expect(refused).toEqual([]);
  expect(snapshot.state).toBe('complete');
  expect(snapshot.accounts.map((account) => account.id).sort()).toEqual([MANAGEMENT, memberAccount].sort());

  const sent = moto.requests.slice(from);
  expect(sent.length).toBeGreaterThan(100);
  expect(sent.filter((request) => !isRead(request))).toEqual([]);
  expect(await state()).toBe(before);

  const failing = await client.findings.page({ filter: { status: ['fail'] }, limit: 1000 });
  const checks = new Set(failing.findings.map((finding) => finding.check));
  expect(checks).toContain('ebs-gp2-to-gp3');
  expect(checks).toContain('ebs-volume-unattached');
  expect(checks).toContain('iam-user-mfa');
  expect(checks).toContain('s3-bucket-public');
  const gp2 = failing.findings.find((finding) => finding.check === 'ebs-gp2-to-gp3')!;
  expect(gp2.saving).toMatchObject({ monthly: 15_000_000, currency: 'USD' });
  expect(gp2.resource.account).toBe(MANAGEMENT);
  await engine.close();
});

test('a role that does not exist is explained, account by account', async () => {
  const { engine, client } = engineOn(profilesFor(moto.endpoint, config, credentials));
  await client.engagement.create({
    path: join(temporaryFolder(), 'b.fieldbook'),
    passphrase: 'correct horse',
    client: 'B',
    consultant: 'N',
  });
  const error = await thrownBy(() => client.aws.whoami({ profile: 'nobody' }));
  expect(error.code).toBe('profile-unknown');
  expect(error.next).toContain('acme');
  await engine.close();
});
