import { describe, expect, test } from 'vitest';
import { accountsIn } from '../../../src/cli/accounts.ts';
import { exitCodeOf, exitCodes } from '../../../src/cli/exit.ts';
import { bar, list, percent, wholeNumber } from '../../../src/cli/format.ts';
import { progressLine } from '../../../src/cli/progress.ts';
import { scopeOf } from '../../../src/cli/scope.ts';
import { tagPolicyOf } from '../../../src/cli/tags.ts';
import { errorCodes } from '../../../src/shared/contract/errors.ts';
import { thrownBy } from '../../support/errors.ts';

describe('exit codes', () => {
  test('every error has one that the help explains, and only a mistake of ours is 70', () => {
    const explained = new Set(exitCodes.map(([code]) => code));
    for (const code of errorCodes) expect(explained.has(exitCodeOf(code)), code).toBe(true);
    const ours = errorCodes.filter((code) => exitCodeOf(code) === 70);
    expect(ours).toEqual(['write-refused', 'engine-lost', 'version-mismatch', 'internal']);
  });
});

describe('formats', () => {
  test('a share reads 100% only when it is whole', () => {
    expect([0, 0.5, 0.9999, 1].map(percent)).toEqual(['0%', '50.0%', '99.9%', '100%']);
  });

  test('a bar has one width, in eighths', () => {
    expect(bar(0, 4)).toBe('····');
    expect(bar(0.5, 4)).toBe('██··');
    expect(bar(17 / 32, 4)).toBe('██▏·');
    expect(bar(1, 4)).toBe('████');
  });

  test('lists forgive blanks, numbers forgive nothing', () => {
    expect(list(' a, b ,,c')).toEqual(['a', 'b', 'c']);
    expect(wholeNumber('0')).toBe(0);
    for (const wrong of ['1.5', '-1', 'ten', '1e99x']) expect(() => wholeNumber(wrong)).toThrow(wrong);
  });

  test('a tag may have values', () => {
    expect(tagPolicyOf(['owner', 'env=prod,staging', 'note=a=b'])).toEqual({
      required: [
        { key: 'owner', values: [] },
        { key: 'env', values: ['prod', 'staging'] },
        { key: 'note', values: ['a=b'] },
      ],
    });
  });
});

describe('accounts', () => {
  const accounts = accountsIn(
    [{ id: '111122223333', name: 'old name' }],
    [
      { id: '111122223333', name: 'acme-production' },
      { id: '222233334444', name: '222233334444' },
    ],
  );

  test('go by the newest name, and by the id where there is none', () => {
    expect(accounts.name('111122223333')).toBe('acme-production');
    expect(accounts.full('111122223333')).toBe('acme-production (111122223333)');
    expect(accounts.full('222233334444')).toBe('222233334444');
    expect(accounts.name('999999999999')).toBe('999999999999');
  });

  test('may be named either way', async () => {
    expect(accounts.ids(['acme-production', '222233334444'])).toEqual(['111122223333', '222233334444']);
    expect(await thrownBy(() => accounts.ids(['old name']))).toMatchObject({
      code: 'bad-input',
      next: expect.stringContaining('acme-production (111122223333)'),
    });
  });
});

describe('the scope of a scan', () => {
  test('is the profile of the environment where none is named', () => {
    expect(scopeOf({ role: 'R' }, {}).profiles).toEqual(['default']);
    expect(scopeOf({ role: 'R' }, { AWS_PROFILE: 'acme' }).profiles).toEqual(['acme']);
    expect(scopeOf({ role: 'R', profile: ['a', 'b'] }, { AWS_PROFILE: 'acme' }).profiles).toEqual(['a', 'b']);
  });

  test('takes a role into an organization alone', () => {
    expect(scopeOf({ role: 'R' }, {}).organization).toBeNull();
    expect(scopeOf({ role: 'R', organization: true, accounts: ['111122223333'] }, {}).organization).toEqual({
      roleName: 'R',
      accounts: ['111122223333'],
    });
  });

  test.each([
    [{ role: 'R', organization: true, accounts: ['12'] }],
    [{ role: 'not a role', organization: true }],
    [{ role: 'R', regions: ['Virginia'] }],
    [{ role: 'R', accounts: ['111122223333'] }],
    [{ role: 'R', profile: [] }],
  ])('is refused when it cannot be meant: %j', async (options) => {
    expect((await thrownBy(() => scopeOf(options, {}))).code).toBe('bad-input');
  });
});

describe('progress', () => {
  const told = (isTTY: boolean) => {
    const written: string[] = [];
    const stream = { isTTY, columns: 20, write: (text: string) => written.push(text) > 0 };
    return { written, progress: progressLine(stream as unknown as NodeJS.WriteStream) };
  };

  test('is a plain line now and then where there is no terminal', () => {
    const { written, progress } = told(false);
    for (let i = 0; i < 100; i++) progress.update(`Reading ${i}`);
    progress.done('Read 100.');
    expect(written).toEqual(['Reading 0\n', 'Read 100.\n']);
  });

  test('moves in place on a terminal, and never breaks the line', () => {
    const { written, progress } = told(true);
    progress.update('Reading a very long name of something');
    progress.done('Read.');
    expect(written).toEqual(['\r\x1b[2KReading a very long', '\r\x1b[2KRead.\n']);
  });
});
