import { expect, test } from 'vitest';
import { toStored } from '../../../src/shared/model/json.ts';

test('dates are kept as ISO 8601 in UTC, bytes as base64', () => {
  const body = {
    CreateTime: new Date('2026-11-02T09:00:00+01:00'),
    Fingerprint: new Uint8Array([0, 255, 16]),
    Attachments: [{ AttachTime: new Date(0) }],
  };
  expect(toStored(body)).toEqual({
    CreateTime: '2026-11-02T08:00:00.000Z',
    Fingerprint: 'AP8Q',
    Attachments: [{ AttachTime: '1970-01-01T00:00:00.000Z' }],
  });
});

test("what is not there and the SDK's own metadata are left out; null and empty stay", () => {
  expect(toStored({ $metadata: { httpStatusCode: 200 }, a: undefined, b: null, c: [], d: '' })).toEqual({
    b: null,
    c: [],
    d: '',
  });
});
