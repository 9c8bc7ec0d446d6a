import { dbSnapshotAttributes, dbSnapshots } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** RDS refuses to share automated snapshots, and to make encrypted ones public, so neither is asked about. */
export const rdsSnapshotPublic = check({
  id: 'rds-snapshot-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: dbSnapshots,
  reads: [dbSnapshotAttributes],
  references: ['FSBP:RDS.1', 'HIPAA:164.312(a)(1)', 'WA:SEC03-BP07'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws rds modify-db-snapshot-attribute --db-snapshot-identifier ${name} --attribute-name restore --values-to-remove all`,
  },
  judge(snapshot) {
    const { SnapshotType: type, Encrypted: encrypted } = snapshot.body;
    if (type !== 'manual') return notApplicable('not-manual', { type: type ?? '' });
    if (encrypted) return pass('encrypted', {}, { seen: { Encrypted: encrypted } });
    const attributes = snapshot.get(dbSnapshotAttributes) ?? [];
    const accounts = attributes
      .filter((attribute) => attribute.AttributeName === 'restore')
      .flatMap((attribute) => attribute.AttributeValues ?? []);
    const seen = { Encrypted: encrypted, restore: accounts };
    if (accounts.includes('all')) return fail('public', {}, { seen });
    return pass('private', { accounts: accounts.length }, { seen });
  },
});
