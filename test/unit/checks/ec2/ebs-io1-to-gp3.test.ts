import { expect, test } from 'vitest';
import { ebsIo1ToGp3 } from '../../../../src/engine/checks/ec2/ebs-io1-to-gp3.ts';
import { judge } from '../../../../src/engine/checks/judge.ts';
import { volumes } from '../../../../src/engine/collectors/ec2.ts';
import { priceBook } from '../../../../src/engine/pricing/price-book.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';

const io1 = (Size: number, Iops: number, more: object = {}) =>
  estate().with(volumes, [{ VolumeId: 'vol-1', VolumeType: 'io1', Size, Iops, ...more }]);

// Worked example of section 1.2 in the catalogue of formulas: 582.50 against 80.00.
test('500 GiB of io1 with 8,000 IOPS saves 502.50 a month as gp3, shown and not counted', () => {
  const verdict = io1(500, 8000).verdict(ebsIo1ToGp3);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'gp3-is-cheaper' });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(502.5, 2);
  expect(verdict.saving).toMatchObject({ kind: 'advisory', advisory: 'usage-not-read' });
});

test('above 32,000 IOPS the gp3 volume must reach a throughput of up to 1,000 MiB/s', () => {
  expect(io1(2000, 64_000).verdict(ebsIo1ToGp3).parameters).toMatchObject({
    gp3Iops: 64_000,
    throughput: 1000,
  });
});

test('a volume that several instances share is not applicable: gp3 has no Multi-Attach', () => {
  expect(io1(500, 8000, { MultiAttachEnabled: true }).verdict(ebsIo1ToGp3)).toMatchObject({
    status: 'not-applicable',
    reason: 'multi-attach',
  });
});

test('it passes where a price pack makes gp3 the dearer one', () => {
  const dear = priceBook({
    asOf: '2026-11-01',
    currency: 'USD',
    disclaimer: '',
    anywhere: {
      'ebs.io1.gb-month': '0.10',
      'ebs.io1.iops-month': '0',
      'ebs.gp3.gb-month': '0.10',
      'ebs.gp3.iops-month': '0.005',
      'ebs.gp3.mibps-month': '0.04',
    },
    regions: {},
    sources: {},
  });
  const source = io1(500, 8000).source();
  const [judged] = judge({ source, checks: [ebsIo1ToGp3], prices: dear, tagPolicy: { required: [] } });
  expect(judged!.verdict).toMatchObject({ status: 'pass', reason: 'io1-is-cheaper' });
});

test('a region without prices names no amount', () => {
  const verdict = estate({ account: '111122223333', region: 'eu-west-1' })
    .with(volumes, [{ VolumeId: 'vol-1', VolumeType: 'io1', Size: 500, Iops: 8000 }])
    .verdict(ebsIo1ToGp3);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'price-unknown' });
  expect(verdict.saving).toBeUndefined();
});

test('an io2 volume is not applicable', () => {
  expect(io1(500, 8000, { VolumeType: 'io2' }).verdict(ebsIo1ToGp3)).toMatchObject({ reason: 'not-io1' });
});

test('volumes that could not be listed are unknown', () => {
  expect(io1(500, 8000).without(volumes).verdict(ebsIo1ToGp3).status).toBe('unknown');
});
