import { images } from '../../collectors/ec2.ts';
import { check, fail, pass } from '../check.ts';

export const ec2ImagePublic = check({
  id: 'ec2-image-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: images,
  references: ['WA:SEC03-BP07', 'HIPAA:164.312(a)(1)'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 modify-image-attribute --image-id ${body.ImageId} --launch-permission "Remove=[{Group=all}]"\naws ec2 enable-image-block-public-access --image-block-public-access-state block-new-sharing`,
  },
  judge({ body }) {
    const seen = { Public: body.Public, CreationDate: body.CreationDate };
    return body.Public ? fail('public', {}, { seen }) : pass('private', {}, { seen });
  },
});
