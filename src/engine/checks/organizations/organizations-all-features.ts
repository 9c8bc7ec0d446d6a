import { organization } from '../../collectors/organizations.ts';
import { check, fail, pass } from '../check.ts';

/** Consolidated billing alone knows no policies, no delegated administrators and no trusted services. */
export const organizationsAllFeatures = check({
  id: 'organizations-all-features',
  version: 1,
  aspect: 'dimension',
  severity: 'medium',
  on: organization,
  references: ['CIS-7.0:2.1.2', 'WA:SEC03-BP05'],
  effort: 'M',
  fix: { cli: () => 'aws organizations enable-all-features' },
  judge({ body: { FeatureSet } }) {
    const seen = { FeatureSet };
    return FeatureSet === 'ALL' ? pass('all', {}, { seen }) : fail('billing-only', {}, { seen });
  },
});
