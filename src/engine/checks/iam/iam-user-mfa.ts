import { loginProfile, mfaDevices, users } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

export const iamUserMfa = check({
  id: 'iam-user-mfa',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: users,
  reads: [loginProfile, mfaDevices],
  references: ['CIS-7.0:2.10', 'FSBP:IAM.5', 'WA:SEC02-BP01', 'HIPAA:164.312(d)'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws iam enable-mfa-device --user-name ${name} --serial-number <device> --authentication-code1 <code> --authentication-code2 <next code>`,
  },
  judge(user) {
    if (!user.get(loginProfile)) return notApplicable('no-password');
    const devices = user.get(mfaDevices) ?? [];
    const seen = { devices: devices.length, PasswordLastUsed: user.body.PasswordLastUsed };
    return devices.length > 0 ? pass('mfa', {}, { seen }) : fail('no-mfa', {}, { seen });
  },
});
