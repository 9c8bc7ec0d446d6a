import { expect, test } from 'vitest';
import { ec2LaunchTemplateCredential } from '../../../../src/engine/checks/ec2/ec2-launch-template-credential.ts';
import { launchTemplateDefault, launchTemplates } from '../../../../src/engine/collectors/ec2.ts';
import { redactor } from '../../../../src/engine/collectors/read.ts';
import { redactUserData } from '../../../../src/engine/collectors/user-data.ts';
import { estate } from '../../../support/estate.ts';

const started = (script: string | undefined | Buffer) =>
  estate()
    .with(launchTemplates, [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web' }])
    .facet(launchTemplateDefault, 'web', {
      VersionNumber: 1,
      LaunchTemplateData: {
        UserData: redactUserData(
          script === undefined ? undefined : Buffer.from(script).toString('base64'),
          redactor('test'),
        ),
      },
    });

test('a literal password in a script fails by the name of its variable, and its value is nowhere', () => {
  const verdict = started('#!/bin/bash\nexport DB_PASSWORD="correct-horse"\n').verdict(
    ec2LaunchTemplateCredential,
  );
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'assigned',
    parameters: { names: ['DB_PASSWORD'] },
  });
  expect(JSON.stringify(verdict)).not.toContain('correct-horse');
});

test('an access key anywhere in the text fails', () => {
  expect(
    started('aws configure set x AKIAABCDEFGHIJKLMNOP').verdict(ec2LaunchTemplateCredential),
  ).toMatchObject({
    status: 'fail',
    reason: 'credential',
    parameters: { kind: 'aws-access-key' },
  });
});

test.each([
  ['a secret that is fetched', 'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\n'],
  ['a plain script', '#!/bin/bash\nyum install -y nginx\n'],
])('%s passes', (_what, script) => {
  expect(started(script).verdict(ec2LaunchTemplateCredential)).toMatchObject({
    status: 'pass',
    reason: 'none-seen',
  });
});

test('a template without user data passes', () => {
  expect(started(undefined).verdict(ec2LaunchTemplateCredential)).toMatchObject({
    status: 'pass',
    reason: 'no-user-data',
  });
});

test('compressed user data is for a person to judge', () => {
  expect(started(Buffer.from([0x1f, 0x8b, 8, 0])).verdict(ec2LaunchTemplateCredential)).toMatchObject({
    status: 'manual',
    reason: 'compressed',
    parameters: { length: 4 },
  });
});

test('a template without a default version is unknown', () => {
  const verdict = estate()
    .with(launchTemplates, [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web' }])
    .facet(launchTemplateDefault, 'web', null)
    .verdict(ec2LaunchTemplateCredential);
  expect(verdict).toMatchObject({ status: 'unknown', reason: 'no-default-version' });
});

test.each([launchTemplates, launchTemplateDefault])('without a read it is unknown', (read) => {
  expect(started('x').without(read).verdict(ec2LaunchTemplateCredential).status).toBe('unknown');
});
