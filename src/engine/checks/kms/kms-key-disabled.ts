import { keyMetadata, keys } from '../../collectors/kms.ts';
import { check, fail, pass } from '../check.ts';
import { customerKey, isVerdict } from './customer-key.ts';

/** A disabled key is paid like any other. Its price has no source in the pack, so no amount is named. */
export const kmsKeyDisabled = check({
  id: 'kms-key-disabled',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: keys,
  reads: [keyMetadata],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws kms schedule-key-deletion --key-id ${name} --pending-window-in-days 30` },
  judge(key) {
    const metadata = customerKey(key);
    if (isVerdict(metadata)) return metadata;
    const { KeyState: state = '', CreationDate: created, Description: description } = metadata;
    const seen = { KeyState: state, CreationDate: created, Description: description };
    return state === 'Disabled' ? fail('disabled', {}, { seen }) : pass('not-disabled', { state }, { seen });
  },
});
