import type { Aspect } from '../../../shared/model/aspect.ts';
import type { Effort } from '../../../shared/model/effort.ts';
import type { Severity, Status } from '../../../shared/model/finding.ts';
import type { Micros } from '../../../shared/model/money.ts';
import type { System } from '../../../shared/model/records/system.ts';
import type { ResourceIdentity } from '../../../shared/model/resource.ts';
import type { Scores } from '../../../shared/model/score.ts';
import type { SystemVerdict } from '../../inventory/checks.ts';
import type { ReportFinding, ReportInput } from '../common/input.ts';
import type { HasMaturity } from '../common/maturity.ts';

/** Everything that a diagnosis says. */
export interface DiagnosisInput extends ReportInput, HasMaturity {
  scores: Scores;
  /** One entry per check that was run, with how its verdicts fell. */
  checks: ReportCheck[];
  /** Every finding that is open (fail) or undecided (unknown, manual). Sorted by severity, then saving, then check, then ARN. */
  findings: ReportFinding[];
  /** Every resource of the snapshot that is an asset, sorted by type, account, region, ARN. */
  resources: ResourceIdentity[];
  /** What runs outside of AWS, sorted by criticality, then name. */
  systems: ReportSystem[];
}

/** A system of the inventory; null where nobody has said it, an empty owner where there is none. */
export interface ReportSystem
  extends Pick<System, 'name' | 'kind' | 'owner' | 'criticality' | 'dataClass' | 'lifecycle'> {
  /** Names of systems and of resources of AWS. */
  dependsOn: string[];
  verdicts: SystemVerdict[];
}

export interface ReportCheck {
  id: string;
  version: number;
  aspect: Aspect;
  severity: Severity;
  effort: Effort;
  references: readonly string[];
  counts: Record<Status, number>;
  /** Saving that the totals count. */
  counted: Micros;
  advisory: Micros;
}
