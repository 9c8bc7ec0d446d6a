import type { Why } from '../engine/cannot.ts';
import type { FieldbookError } from '../shared/contract/errors.ts';

/** What to do next in a terminal, by the reason, where the window's words name no command. */
const commands: Partial<Record<Why, string>> = {
  'aws.roleRefused':
    'Ask for the role to be made there with the policy of `fieldbook policy`, and to trust the profile. The other accounts are scanned without it.',
  'checks.unknown': "See 'fieldbook checks' for their ids.",
  'checklists.itemUnknown': "Take its id from 'fieldbook checklists --show CHECKLIST'.",
  'compare.noEarlier': "Scan again after something has changed: 'fieldbook scan'.",
  'findings.decisionUnknown': "Take one of 'fieldbook decisions'.",
  'recommendations.notInLibrary': "Take an id from 'fieldbook recommendations'.",
  'recommendations.unknown': "Take an id from 'fieldbook recommendations'; a proposal is adopted first.",
  'scans.noneEntered': 'Check the role and the profile with `fieldbook profiles`, then repeat.',
  'scans.regionsUnseen': 'Name the regions with --regions, or have ec2:DescribeRegions allowed.',
};

export const nextStep = ({ next, reason }: Pick<FieldbookError, 'next' | 'reason'>): string =>
  (reason && commands[reason.key as Why]) ?? next;
