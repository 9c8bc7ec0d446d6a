import { describe, expect, test } from 'vitest';
import { consoleUrl } from '../../../src/engine/findings/console-url.ts';
import { isOpenable, referenceUrl } from '../../../src/shared/model/links.ts';

const of = (type: string, arn: string, more: { name?: string; region?: string } = {}) =>
  consoleUrl({ type, arn, account: '111122223333', region: 'eu-west-1', name: 'a name', ...more });

describe('where a resource is in the console', () => {
  test.each([
    [
      'AWS::EC2::Volume',
      'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a1',
      'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#VolumeDetails:volumeId=vol-0a1',
    ],
    [
      'AWS::EC2::VPC',
      'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1',
      'https://eu-west-1.console.aws.amazon.com/vpcconsole/home?region=eu-west-1#VpcDetails:VpcId=vpc-1',
    ],
    [
      'AWS::RDS::DBInstance',
      'arn:aws:rds:eu-west-1:111122223333:db:claims',
      'https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1#database:id=claims;is-cluster=false',
    ],
    [
      'AWS::Lambda::Function',
      'arn:aws:lambda:eu-west-1:111122223333:function:claims-intake',
      'https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/claims-intake',
    ],
    [
      'AWS::ECS::Service',
      'arn:aws:ecs:eu-west-1:111122223333:service/prod/portal',
      'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/portal?region=eu-west-1',
    ],
    [
      'AWS::Logs::LogGroup',
      'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/claims',
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fclaims',
    ],
  ])('%s', (type, arn, url) => {
    expect(of(type, arn)).toBe(url);
    expect(isOpenable(url)).toBe(true);
  });

  test('a service without regions has no region in its address', () => {
    expect(of('AWS::IAM::Role', 'arn:aws:iam::111122223333:role/team/deploy', { region: 'global' })).toBe(
      'https://console.aws.amazon.com/iam/home#/roles/details/deploy',
    );
  });

  test('each partition has its own console', () => {
    const url = of('AWS::EC2::Volume', 'arn:aws-us-gov:ec2:us-gov-west-1:1:volume/vol-1', {
      region: 'us-gov-west-1',
    });
    expect(url).toMatch(/^https:\/\/us-gov-west-1\.console\.amazonaws-us-gov\.com\//);
    expect(of('AWS::S3::Bucket', 'arn:aws-cn:s3:::logs', { region: 'cn-north-1' })).toMatch(
      /^https:\/\/cn-north-1\.console\.amazonaws\.cn\/s3\/buckets\/logs\?/,
    );
  });

  test('a name of free text cannot lead elsewhere', () => {
    const url = of('AWS::CloudWatch::Alarm', 'arn:aws:cloudwatch:eu-west-1:1:alarm:x', {
      name: '../#?&evil=1 "',
    })!;
    expect(url.endsWith('#alarmsV2:alarm/..%2F%23%3F%26evil%3D1%20%22')).toBe(true);
  });

  test.each([
    [
      'a type without a page',
      'AWS::EC2::EncryptionByDefault',
      'arn:aws:ec2:eu-west-1:1:encryption-by-default',
    ],
    ['a place that stands for its resources', 'AWS::EC2::Volume', 'place:1:eu-west-1:AWS::EC2::Volume'],
    ['an unknown partition', 'AWS::EC2::Volume', 'arn:aws-elsewhere:ec2:eu-west-1:1:volume/vol-1'],
  ])('nowhere for %s', (_, type, arn) => {
    expect(of(type, arn)).toBeNull();
  });
});

describe('what may be opened in the browser', () => {
  test.each([
    'https://console.aws.amazon.com/iam/home',
    'https://us-east-1.console.aws.amazon.com/ec2/home',
    'https://docs.aws.amazon.com/securityhub/',
  ])('%s', (url) => expect(isOpenable(url)).toBe(true));

  test.each([
    'http://console.aws.amazon.com/',
    'https://console.aws.amazon.com.evil.example/',
    'https://evilconsole.aws.amazon.com/',
    'https://x.docs.aws.amazon.com/',
    'https://me@console.aws.amazon.com/',
    'https://console.aws.amazon.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not an address',
  ])('but not %s', (url) => expect(isOpenable(url)).toBe(false));
});

test('references with a page of their own lead to it', () => {
  expect(referenceUrl('FSBP:EC2.2')).toBe(
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2',
  );
  expect(referenceUrl('HIPAA:164.312(b)')).toBe('https://www.ecfr.gov/current/title-45/section-164.312');
  expect(referenceUrl('WA:COST06-BP02')).toBeNull();
  for (const id of ['FSBP:EC2.2', 'HIPAA:164.312(b)']) expect(isOpenable(referenceUrl(id)!)).toBe(true);
});
