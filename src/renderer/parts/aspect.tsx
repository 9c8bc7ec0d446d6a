import {
  IconArrowsMaximize,
  IconCoin,
  IconGauge,
  IconNetwork,
  IconRosetteDiscountCheck,
  IconServer2,
  IconShieldLock,
  IconTopologyStar3,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Aspect } from '../../shared/model/aspect.ts';

const icons: Record<Aspect, TablerIcon> = {
  dimension: IconTopologyStar3,
  resources: IconServer2,
  scalability: IconArrowsMaximize,
  networking: IconNetwork,
  'resource-usage': IconGauge,
  'cost-optimization': IconCoin,
  'security-compliance': IconShieldLock,
  'best-practices': IconRosetteDiscountCheck,
};

/** The picture of an aspect; its name stands beside it. */
export function AspectIcon({ aspect, size = 16 }: { aspect: Aspect; size?: number }) {
  const Icon = icons[aspect];
  return <Icon size={size} stroke={1.5} aria-hidden className="aspect-icon" />;
}
