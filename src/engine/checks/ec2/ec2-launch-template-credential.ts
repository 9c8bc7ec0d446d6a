import { launchTemplateDefault, launchTemplates } from '../../collectors/ec2.ts';
import { check, fail, manual, pass, unknown } from '../check.ts';

/** Rests on what the redactor said at collection: the user data itself is not in the file. */
export const ec2LaunchTemplateCredential = check({
  id: 'ec2-launch-template-credential',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: launchTemplates,
  reads: [launchTemplateDefault],
  references: ['WA:SEC02-BP03', 'HIPAA:164.312(a)(1)'],
  effort: 'M',
  judge(template) {
    const found = template.get(launchTemplateDefault);
    if (!found?.LaunchTemplateData) return unknown('no-default-version');
    const data = found.LaunchTemplateData.UserData;
    const version = found.VersionNumber ?? 0;
    if (!data) return pass('no-user-data', { version });
    if (data.compressed) return manual('compressed', { version, length: data.length });
    const names = data.assignments.map(({ name }) => name);
    const seen = { VersionNumber: version, length: data.length, hash: data.hash, names };
    if (names.length > 0) return fail('assigned', { version, names }, { seen });
    if (data.credential) return fail('credential', { version, kind: data.credential }, { seen });
    return pass('none-seen', { version, length: data.length }, { seen });
  },
});
