import { instances } from '../../collectors/ec2.ts';
import { instanceMonth } from '../../pricing/ec2.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, pass } from '../check.ts';

/** Family that follows in the same line, with the same processor maker's architecture and purpose. */
const successors: Record<string, string> = {
  t1: 't3',
  t2: 't3',
  m1: 'm5',
  m3: 'm5',
  m4: 'm5',
  c1: 'c5',
  c3: 'c5',
  c4: 'c5',
  m2: 'r5',
  r3: 'r5',
  r4: 'r5',
  i2: 'i3',
  d2: 'd3',
  g2: 'g4dn',
  g3: 'g4dn',
};

/**
 * An explicit mapping, because newer is not always cheaper: money is named only where both types have a price and
 * the new one is lower. Not every size exists in the new family, so the sentence names the family.
 */
export const ec2InstancePreviousGeneration = check({
  id: 'ec2-instance-previous-generation',
  version: 1,
  aspect: 'resources',
  severity: 'low',
  on: instances,
  references: ['WA:COST06-BP02'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws ec2 stop-instances --instance-ids ${body.InstanceId}\naws ec2 modify-instance-attribute --instance-id ${body.InstanceId} --instance-type Value=<type>\naws ec2 start-instances --instance-ids ${body.InstanceId}`,
  },
  judge(instance, { prices }) {
    const { InstanceType: type = '', State: state, PlatformDetails: platform } = instance.body;
    const [family = '', size] = type.split('.');
    const successor = successors[family];
    const seen = { InstanceType: type, State: state?.Name };
    if (!successor) return pass('current', { type }, { seen });
    const month = (shape: string) =>
      instanceMonth(prices, instance.region, {
        type: shape,
        platform,
        tenancy: instance.body.Placement?.Tenancy,
        lifecycle: instance.body.InstanceLifecycle,
      });
    const old = month(type);
    const next = month(`${successor}.${size}`);
    return fail(
      'previous',
      { type, successor },
      {
        seen,
        // A stopped instance has no hours to save.
        saving: saving(prices, state?.Name === 'running' && old && next ? old.minus(next) : undefined, {
          basis: `730 hours of ${type} against ${successor}.${size}, Linux on demand`,
          effort: 'M',
          restart: true,
          confidence: 'medium',
          action: 'migrate',
          advisory: 'commitments-not-read',
        }),
      },
    );
  },
});
