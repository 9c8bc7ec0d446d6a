import { z } from 'zod';
import { bucketLifecycle, buckets } from '../../collectors/s3.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Seven days as Trusted Advisor asks. A bucket without any rule is told so by `s3-bucket-lifecycle`. */
export const s3BucketIncompleteUploads = check({
  id: 's3-bucket-incomplete-uploads',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: buckets,
  reads: [bucketLifecycle],
  parameters: z.object({ days: z.number().int().min(1).default(7) }),
  references: ['WA:COST04-BP05'],
  effort: 'S',
  fix: {
    terraform: () =>
      'rule {\n  id     = "abort-incomplete-uploads"\n  status = "Enabled"\n  filter {}\n  abort_incomplete_multipart_upload {\n    days_after_initiation = 7\n  }\n}',
  },
  judge(bucket, { parameters: { days } }) {
    const enabled = (bucket.get(bucketLifecycle) ?? []).filter((rule) => rule.Status === 'Enabled');
    if (enabled.length === 0) return notApplicable('no-lifecycle');
    // Only a rule for the whole bucket helps; uploads have no tags or sizes yet, and a prefix leaves some out.
    const after = enabled
      .filter(
        ({ Filter: filter, Prefix: prefix }) =>
          !prefix && Object.values(filter ?? {}).every((value) => !value),
      )
      .flatMap((rule) => rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation ?? []);
    if (after.length === 0) return fail('never', {}, { seen: { Enabled: enabled.length } });
    const first = Math.min(...after);
    const seen = { DaysAfterInitiation: first };
    return first > days
      ? fail('late', { after: first, days }, { seen })
      : pass('aborted', { after: first }, { seen });
  },
});
