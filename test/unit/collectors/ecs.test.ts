import { expect, test } from 'vitest';
import {
  clusterArns,
  clusters,
  serviceArns,
  services,
  taskDefinition,
} from '../../../src/engine/collectors/ecs.ts';
import { at, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT, NOW, REGION } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: REGION }, 'aws', NOW);
const salted = redactor('test');
const place = { account: ACCOUNT, region: REGION };
const CLUSTER = here.arn('ecs', 'cluster/main');

test('clusters are described as many at a time as they were listed', () => {
  const arns = ['a', 'b', 'c'].map((name) => here.arn('ecs', `cluster/${name}`));
  const [group, ...rest] = clusterArns.items({ clusterArns: arns });
  expect(rest).toEqual([]);
  const row = clusterArns.store(group!, here, salted);
  expect(clusters.inputs(here, { ...place, type: clusterArns.type, ...row, body: group! })).toEqual([
    { clusters: arns, include: ['SETTINGS', 'TAGS'] },
  ]);
  expect(clusterArns.items({ clusterArns: [] })).toEqual([]);
});

test('services are described ten at a time, never those of two clusters together', () => {
  const arns = Array.from({ length: 23 }, (_, index) => here.arn('ecs', `service/s${index}`));
  const cluster = { ...place, type: clusters.type, arn: CLUSTER, name: 'main', body: {} };
  const groups = serviceArns.items({ serviceArns: arns });
  expect(groups.map((group) => group.length)).toEqual([10, 10, 3]);
  const asked = groups.flatMap((group) => {
    const row = serviceArns.store(group, here, salted, cluster);
    return services.inputs(here, { ...place, type: serviceArns.type, ...row, body: group });
  });
  expect(asked.map((input) => (input as { cluster: string }).cluster)).toEqual([CLUSTER, CLUSTER, CLUSTER]);
  expect(asked.flatMap((input) => (input as { services: string[] }).services)).toEqual(arns);
});

test('the history of events is not kept', () => {
  const body = { serviceArn: 'arn:x', events: [{ id: '1', message: 'steady' }] };
  expect(services.store(body, here, salted).body).toEqual({ serviceArn: 'arn:x' });
});

test('of a task definition no value of a variable, command, label, option or secret is kept', () => {
  const secret = 'hunter22-hunter22';
  const service = { ...place, type: services.type, arn: 'arn:x', name: 'shop', body: {} };
  const kept = taskDefinition.collect(
    {
      taskDefinition: {
        taskDefinitionArn: 'shop:7',
        volumes: [{ name: 'v', dockerVolumeConfiguration: { driverOpts: { password: secret } } }],
        containerDefinitions: [
          {
            name: 'web',
            image: 'shop:latest',
            environment: [{ name: 'DB_PASSWORD', value: secret }],
            secrets: [{ name: 'API_KEY', valueFrom: `arn:aws:ssm:::parameter/${secret}` }],
            command: ['--password', secret],
            dockerLabels: { token: secret },
            healthCheck: { command: ['curl', '-u', secret] },
            logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } },
          },
        ],
      },
    },
    [service] as never,
    here,
    salted,
  );
  const value = JSON.stringify(kept.get('arn:x'));
  expect(value).not.toContain(secret);
  expect(kept.get('arn:x')).toMatchObject({
    containerDefinitions: [
      {
        name: 'web',
        image: 'shop:latest',
        logDriver: 'splunk',
        environment: [{ name: 'DB_PASSWORD', length: secret.length, credential: 'named-secret' }],
        secrets: [{ name: 'API_KEY' }],
      },
    ],
  });
});
