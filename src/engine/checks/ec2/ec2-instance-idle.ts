import { z } from 'zod';
import { instanceCpu, instanceNetworkIn, instanceNetworkOut, instances } from '../../collectors/ec2.ts';
import type { MetricSeries } from '../../collectors/metric.ts';
import { instanceMonth } from '../../pricing/ec2.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince, summarize } from '../metrics.ts';
import { managerOf } from './managed.ts';

const LOOKBACK_DAYS = 14;
const MEGABYTE = 1024 ** 2;

/** GPU, inference and FPGA families work where neither CPU nor network show it. */
const accelerated = /^(p|g|gr|inf|trn|dl|f|vt)\d/;

/** Most bytes in and out on one day. */
function busiestDay(series: (MetricSeries | null)[]): number {
  const days = new Map<string, number>();
  for (const { at, value } of series.flatMap((one) => one?.points ?? []))
    days.set(at, (days.get(at) ?? 0) + value);
  return Math.max(...days.values());
}

/** Compute Optimizer's rule: peak CPU below 5 % and network below 5 MB a day over 14 days. */
export const ec2InstanceIdle = check({
  id: 'ec2-instance-idle',
  version: 1,
  aspect: 'resource-usage',
  severity: 'medium',
  on: instances,
  reads: [instanceCpu, instanceNetworkIn, instanceNetworkOut],
  parameters: z.object({
    /** Percent that no point may reach. */
    cpu: z.number().positive().default(5),
    /** Megabytes in and out that no day may reach. */
    megabytes: z.number().positive().default(5),
  }),
  references: ['WA:COST04-BP03', 'WA:COST06-BP03'],
  effort: 'S',
  fix: { cli: ({ body }) => `aws ec2 stop-instances --instance-ids ${body.InstanceId}` },
  judge(instance, { now, prices, parameters }) {
    const { InstanceType: type = '', State: state, LaunchTime: launched, InstanceLifecycle } = instance.body;
    if (state?.Name !== 'running') return notApplicable('not-running', { state: state?.Name ?? '' });
    const manager = managerOf(instance.tags, instance.body.Operator);
    if (manager) return notApplicable('managed', { manager });
    if (InstanceLifecycle) return notApplicable('not-on-demand', { lifecycle: InstanceLifecycle });
    if (accelerated.test(type)) return notApplicable('accelerated', { type });
    if (daysSince(launched!, now) < LOOKBACK_DAYS) return notApplicable('too-young', { launched: launched! });

    const cpu = summarize(instance.get(instanceCpu), 'always');
    // The first or last day may be cut; with less than that the peak may have been missed.
    if (!cpu || cpu.days < LOOKBACK_DAYS - 1)
      return unknown('metric-gaps', { metric: 'CPUUtilization', days: cpu?.days ?? 0 });
    if (cpu.max >= parameters.cpu) return pass('cpu-used', { cpu: cpu.max });
    const network = [instance.get(instanceNetworkIn), instance.get(instanceNetworkOut)];
    const fewest = Math.min(...network.map((series) => series?.points.length ?? 0));
    if (fewest < LOOKBACK_DAYS - 1) return unknown('metric-gaps', { metric: 'NetworkIn', days: fewest });
    const megabytes = busiestDay(network) / MEGABYTE;
    const seen = { InstanceType: type, LaunchTime: launched, CPUUtilization: cpu.max, megabytes };
    if (megabytes >= parameters.megabytes) return pass('network-used', { cpu: cpu.max, megabytes }, { seen });
    return fail(
      'idle',
      { type, cpu: cpu.max, megabytes },
      {
        seen,
        saving: saving(
          prices,
          instanceMonth(prices, instance.region, {
            type,
            platform: instance.body.PlatformDetails,
            tenancy: instance.body.Placement?.Tenancy,
            lifecycle: InstanceLifecycle,
          }),
          {
            basis: `730 hours of ${type} Linux on demand; volumes and addresses stay`,
            effort: 'S',
            restart: true,
            confidence: 'medium',
            action: 'stop',
            advisory: 'commitments-not-read',
          },
        ),
      },
    );
  },
});
