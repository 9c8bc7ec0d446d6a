import { trailEventSelectors, trailStatus, trails } from '../../collectors/cloudtrail.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, pass } from '../check.ts';
import { anyOf } from '../settle.ts';
import type { KeyOf } from '../vpc/keys.ts';

type Trail = Parameters<KeyOf<typeof trails>>[0];

/** Basic selectors name management events as a whole, advanced ones by the category and perhaps only reads or writes. */
function logsManagementEvents(trail: Trail): boolean {
  const { EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] } =
    trail.get(trailEventSelectors) ?? {};
  return (
    basic.some(
      (selector) => selector.IncludeManagementEvents !== false && (selector.ReadWriteType ?? 'All') === 'All',
    ) ||
    advanced.some(({ FieldSelectors: fields = [] }) => {
      const management = fields.some(
        (field) => field.Field === 'eventCategory' && field.Equals?.includes('Management'),
      );
      return management && !fields.some((field) => field.Field === 'readOnly');
    })
  );
}

const suffices = (trail: Trail): boolean =>
  trail.body.IsMultiRegionTrail === true &&
  trail.get(trailStatus)?.IsLogging === true &&
  logsManagementEvents(trail);

/**
 * One trail is enough, whichever region shows it: a region or a trail that could not be read matters only when no
 * other one suffices. The trail of an organization counts for its members.
 */
export const cloudtrailMultiRegion = check({
  id: 'cloudtrail-multi-region',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: account,
  reads: [trails, trailStatus, trailEventSelectors],
  references: ['CIS-7.0:4.1', 'FSBP:CloudTrail.1', 'HIPAA:164.312(b)', 'WA:SEC04-BP01'],
  effort: 'S',
  fix: {
    cli: () =>
      'aws cloudtrail create-trail --name <name> --s3-bucket-name <bucket> --is-multi-region-trail --enable-log-file-validation\naws cloudtrail start-logging --name <name>',
    terraform: () =>
      'resource "aws_cloudtrail" "<name>" {\n  name                          = "<name>"\n  s3_bucket_name                = "<bucket>"\n  is_multi_region_trail         = true\n  include_global_service_events = true\n  enable_log_file_validation    = true\n}',
  },
  judge({ account }, { estate }) {
    // At `global` are the trails of all regions, those whose home is not scanned included.
    const found = ['global', ...estate.regions()].map(
      (region) => () =>
        anyOf(...estate.list(trails, { account, region }).map((trail) => () => suffices(trail))),
    );
    return anyOf(...found) ? pass('logged') : fail('none');
  },
});
