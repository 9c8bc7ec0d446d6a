import { awsManagedKey, key } from '../build/encryption.ts';
import { owned, phi } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { DATA, MAIN, MANAGEMENT, PRODUCTION, RECOVERY, STAGING } from './accounts.ts';

/** Keys, of which some do not rotate and one opens to anybody. */
export function encryption(world: World): void {
  const { now, state, ago } = world.moment;
  const management = world.site(MANAGEMENT, MAIN);
  const production = world.site(PRODUCTION, MAIN);
  const recovery = world.site(PRODUCTION, RECOVERY);
  const staging = world.site(STAGING, MAIN);
  const data = world.site(DATA, MAIN);

  for (const site of [management, production, recovery, staging, data])
    awsManagedKey(site, 'ebs', site.account.joined);
  for (const site of [production, staging, data]) awsManagedKey(site, 'rds', site.account.joined);
  awsManagedKey(production, 's3', on('2019-02-05'));

  key(management, {
    alias: 'acme-cloudtrail',
    description: 'Log files of the trail',
    created: on('2022-01-17'),
    rotates: true,
    statements: [
      {
        Sid: 'AllowCloudTrail',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
      },
    ],
    tags: owned('platform', 'shared', 'team-platform'),
  });
  key(production, {
    alias: 'acme-prod-rds',
    description: 'Databases with patient data',
    created: on('2020-03-11'),
    rotates: true,
    tags: owned('portal', 'production', 'team-platform'),
  });
  key(production, {
    alias: 'acme-prod-ebs',
    description: 'Disks',
    created: on('2020-03-11'),
    rotates: now(false, true),
    tags: owned('platform', 'production', 'team-platform'),
  });
  key(production, {
    alias: 'acme-prod-logs',
    description: 'Log groups',
    created: on('2023-05-30'),
    rotates: true,
    tags: owned('platform', 'production', 'team-platform'),
  });
  key(production, {
    alias: 'lis-exchange',
    description: 'Messages of the laboratory; its policy knows the laboratory only',
    created: on('2021-11-02'),
    rotates: false,
    tags: owned('lis', 'production', 'team-laboratory'),
  });
  key(production, {
    alias: 'partner-exchange',
    description: 'Files for clearing houses',
    created: on('2022-08-24'),
    rotates: now(false, true),
    statements: [
      {
        Sid: 'Partners',
        Effect: 'Allow',
        Principal: now<unknown>('*', { AWS: 'arn:aws:iam::777788889999:root' }),
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
      },
    ],
    tags: owned('claims', 'production', 'team-claims'),
  });
  key(production, {
    alias: 'portal-signing',
    description: 'Signs the tokens of the portal',
    created: on('2023-10-09'),
    signing: true,
    tags: owned('portal', 'production', 'team-portal'),
  });
  if (state === 'before')
    key(production, {
      alias: 'old-portal',
      description: 'Portal of 2019',
      created: on('2019-04-01'),
      deletion: ago(-12),
    });
  key(recovery, {
    alias: 'acme-dr',
    description: 'Copies in the second region',
    created: on('2022-02-08'),
    rotates: true,
    tags: owned('platform', 'production', 'team-platform', { purpose: 'recovery' }),
  });
  key(staging, {
    alias: 'acme-staging',
    created: on('2021-07-19'),
    rotates: false,
    tags: { env: 'stage' },
  });
  key(data, {
    alias: 'acme-phi',
    description: 'Patient data at rest',
    created: on('2021-09-15'),
    rotates: true,
    tags: owned('analytics', 'data', 'team-data', phi),
  });
  key(data, {
    alias: 'analytics-2022',
    description: 'First attempt at the warehouse',
    created: on('2022-03-03'),
    disabled: true,
  });
}
