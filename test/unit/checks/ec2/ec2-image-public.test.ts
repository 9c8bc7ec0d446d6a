import { expect, test } from 'vitest';
import { ec2ImagePublic } from '../../../../src/engine/checks/ec2/ec2-image-public.ts';
import { images } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const image = (Public: boolean) => estate().with(images, [{ ImageId: 'ami-1', Public }]);

test('an image that everybody may start fails', () => {
  expect(image(true).verdict(ec2ImagePublic)).toMatchObject({ status: 'fail', reason: 'public' });
});

test('a private image passes', () => {
  expect(image(false).verdict(ec2ImagePublic).status).toBe('pass');
});

test('images that could not be listed are unknown', () => {
  expect(image(false).without(images).verdict(ec2ImagePublic).status).toBe('unknown');
});
