import { expect, test } from 'vitest';
import { ebsVolumeOfStoppedInstance } from '../../../../src/engine/checks/ec2/ebs-volume-of-stopped-instance.ts';
import { instances, volumes } from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';

const volume = (attachedTo: string[], more: object = {}) =>
  estate().with(volumes, [
    {
      VolumeId: 'vol-1',
      VolumeType: 'gp3',
      Size: 100,
      Iops: 3000,
      Throughput: 125,
      Attachments: attachedTo.map((InstanceId) => ({ InstanceId })),
      ...more,
    },
  ]);
const stopped = (InstanceId: string, when: string) => ({
  InstanceId,
  State: { Name: 'stopped' as const },
  StateTransitionReason: `User initiated (${when} 10:00:00 GMT)`,
});
const running = (InstanceId: string) => ({ InstanceId, State: { Name: 'running' as const } });

test('a volume of an instance stopped for two months fails with what the volume costs', () => {
  const verdict = volume(['i-1'])
    .with(instances, [stopped('i-1', '2026-09-01')])
    .verdict(ebsVolumeOfStoppedInstance);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'long-stopped', parameters: { days: 61 } });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(8, 2);
  expect(verdict.saving!.kind).toBe('counted');
});

test('a volume of an instance stopped last week passes', () => {
  const verdict = volume(['i-1'])
    .with(instances, [stopped('i-1', '2026-10-28')])
    .verdict(ebsVolumeOfStoppedInstance);
  expect(verdict).toMatchObject({ status: 'pass', reason: 'recently' });
});

test('a volume that several instances share passes while one of them runs, and else the last stop counts', () => {
  const shared = () => volume(['i-1', 'i-2']);
  expect(
    shared()
      .with(instances, [stopped('i-1', '2026-01-01'), running('i-2')])
      .verdict(ebsVolumeOfStoppedInstance),
  ).toMatchObject({ status: 'pass', reason: 'in-use' });
  expect(
    shared()
      .with(instances, [stopped('i-1', '2026-01-01'), stopped('i-2', '2026-10-28')])
      .verdict(ebsVolumeOfStoppedInstance),
  ).toMatchObject({ status: 'pass', reason: 'recently' });
});

test('a volume that is attached to nothing is not applicable', () => {
  expect(volume([]).with(instances, []).verdict(ebsVolumeOfStoppedInstance).reason).toBe('unattached');
});

test('a volume that AWS manages is not applicable', () => {
  const verdict = volume(['i-1'], { Operator: { Managed: true, Principal: 'eks.amazonaws.com' } })
    .with(instances, [])
    .verdict(ebsVolumeOfStoppedInstance);
  expect(verdict).toMatchObject({ status: 'not-applicable', parameters: { manager: 'eks.amazonaws.com' } });
});

test('a stop whose time is not told is unknown', () => {
  const verdict = volume(['i-1'])
    .with(instances, [{ InstanceId: 'i-1', State: { Name: 'stopped' }, StateTransitionReason: '' }])
    .verdict(ebsVolumeOfStoppedInstance);
  expect(verdict).toMatchObject({ status: 'unknown', reason: 'time-not-told' });
});

test('an instance that came or went during the scan makes its volume unknown', () => {
  expect(volume(['i-9']).with(instances, []).verdict(ebsVolumeOfStoppedInstance)).toMatchObject({
    status: 'unknown',
    reason: 'instance-not-listed',
  });
});

test('without the instances an attached volume is unknown', () => {
  expect(volume(['i-1']).without(instances).verdict(ebsVolumeOfStoppedInstance)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'ec2:DescribeInstances' }],
  });
});
