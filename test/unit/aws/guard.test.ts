import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { allowKey, assertAllowed } from '../../../src/engine/aws/guard.ts';
import { type Service, services } from '../../../src/engine/aws/services.ts';
import { reads } from '../../../src/engine/collectors/index.ts';
import { actionsOf } from '../../../src/engine/gateways.ts';
import { allowListOf } from '../../../src/engine/snapshot/plan.ts';
import { thrownBy } from '../../support/errors.ts';
import { covers, never, proposed } from './actions.ts';

const folder = join(import.meta.dirname, '../../../src/engine/aws/services');
const files = readdirSync(folder).map((file) => basename(file, '.ts'));
const allowed = allowListOf(reads);

const commandsOf = async (service: string): Promise<string[]> => {
  const module = (await import(pathToFileURL(join(folder, `${service}.ts`)).href)) as object;
  return Object.keys(module).filter((name) => name !== 'Client');
};

test('what is not declared is refused before anything is sent', async () => {
  const refused = await thrownBy(() =>
    assertAllowed(new Set(['ec2:DescribeVolumes']), 'ec2', 'DeleteVolume'),
  );
  expect(refused).toMatchObject({ code: 'write-refused' });
  expect(refused.message).toContain('ec2 DeleteVolume');
  expect(refused.next).toContain('Nothing was sent');
});

test('what is declared passes, in its own service only', () => {
  const list = new Set([allowKey('iam', 'ListUsers')]);
  expect(() => assertAllowed(list, 'iam', 'ListUsers')).not.toThrow();
  expect(() => assertAllowed(list, 's3', 'ListUsers')).toThrow();
  expect(() => assertAllowed(list, 'iam', 'ListUser')).toThrow();
});

test('a scan that needs little may call little', () => {
  expect([...allowListOf([])].sort()).toEqual([
    'ec2:DescribeRegions',
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    'sts:GetCallerIdentity',
  ]);
});

test('each file of services is one that can be loaded, and the other way round', () => {
  expect(files.sort()).toEqual(Object.keys(services).sort());
});

test.each(files)('%s names no command but the declared reads and who and where we are', async (service) => {
  for (const command of await commandsOf(service)) {
    expect(command).toMatch(/^(BatchGet|Describe|Get|List)\w+Command$/);
    const operation = allowKey(service as Service, command.replace(/Command$/, ''));
    expect(allowed.has(operation), operation).toBe(true);
  }
});

test('each declared read has its command', async () => {
  for (const read of reads) expect(await commandsOf(read.service)).toContain(`${read.operation}Command`);
});

const actions = actionsOf(reads);

test('no read asks for a right to data, secrets or side effects, whatever its verb', () => {
  for (const action of actions) expect(never.filter((pattern) => covers(pattern, action))).toEqual([]);
});

test('each right is one of the strict list, or is known here with its reason', () => {
  const reasons: Record<string, string> = {
    'ec2:DescribeInternetGateways': 'which subnets are public; configuration alone',
    'ec2:DescribeLaunchTemplates': 'names and versions; configuration alone',
    'ec2:DescribeLaunchTemplateVersions': 'user data is redacted at collection',
    'ecs:DescribeTaskDefinition': 'environment variables are redacted at collection',
    'organizations:ListOrganizationalUnitsForParent': 'the tree of the organization',
    'organizations:ListRoots': 'the tree of the organization',
    'organizations:ListTargetsForPolicy': 'where service control policies hold',
    'servicequotas:ListServiceQuotas': 'limits; configuration alone',
  };
  expect(actions.filter((action) => !proposed.has(action)).sort()).toEqual(Object.keys(reasons).sort());
});

test('rights are named one by one, as IAM writes them', () => {
  for (const action of actions) expect(action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/);
});
