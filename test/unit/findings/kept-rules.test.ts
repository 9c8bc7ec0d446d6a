import { expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { ruleDifferences } from '../../../src/engine/findings/kept-rules.ts';
import { parametersOf } from '../../../src/engine/findings/settings.ts';
import type { KeptRules } from '../../../src/shared/model/rules.ts';

const program = new Map(checks.map((check) => [check.id, check]));
const tunable = checks.find((check) => parametersOf(check).length > 0)!;
const [threshold] = parametersOf(tunable);
const rules = (more: Partial<KeptRules> = {}): KeptRules => ({
  checks: { [tunable.id]: { version: tunable.version, severity: tunable.severity } },
  off: [],
  tagPolicy: { required: [{ key: 'owner', values: [] }] },
  priceDate: '2026-01-01',
  ...more,
});
const only = (more: Partial<KeptRules['checks'][string]>) =>
  rules({ checks: { [tunable.id]: { ...rules().checks[tunable.id]!, ...more } } });
const differences = (before: KeptRules, after: KeptRules) => ruleDifferences(before, after, program);

test('rules do not differ from themselves, nor does a threshold that is tuned to its own default', () => {
  expect(differences(rules(), rules())).toEqual([]);
  expect(differences(rules(), only({ parameters: { [threshold!.name]: threshold!.default } }))).toEqual([]);
});

test('thresholds are told with the default where they were not tuned', () => {
  expect(differences(rules(), only({ parameters: { [threshold!.name]: threshold!.default + 1 } }))).toEqual([
    {
      kind: 'threshold',
      check: tunable.id,
      name: threshold!.name,
      before: String(threshold!.default),
      after: String(threshold!.default + 1),
    },
  ]);
});

test('an earlier version is one whose code this program does not have any more', () => {
  expect(differences(only({ version: tunable.version - 1 }), rules())).toEqual([
    {
      kind: 'version',
      check: tunable.id,
      before: String(tunable.version - 1),
      after: String(tunable.version),
      lost: true,
    },
  ]);
  expect(
    differences(rules({ checks: { 'no-such-check': rules().checks[tunable.id]! } }), rules({ checks: {} })),
  ).toEqual([{ kind: 'only-before', check: 'no-such-check', lost: true }]);
});

test('switched off, severity, tags and prices are told apart', () => {
  const off = rules({ checks: {}, off: [tunable.id] });
  const check = tunable.id;
  expect(differences(rules(), off)).toEqual([{ kind: 'switched-off', check }]);
  expect(differences(off, rules())).toEqual([{ kind: 'switched-on', check }]);
  expect(differences(rules({ checks: {} }), rules())).toEqual([{ kind: 'only-after', check }]);
  const other = tunable.severity === 'low' ? 'high' : 'low';
  expect(differences(rules(), only({ severity: other }))).toEqual([
    { kind: 'severity', check, before: tunable.severity, after: other },
  ]);
  expect(
    differences(
      rules(),
      rules({ priceDate: '2026-02-01', tagPolicy: { required: [{ key: 'env', values: ['a', 'b'] }] } }),
    ),
  ).toEqual([
    { kind: 'prices', before: '2026-01-01', after: '2026-02-01' },
    { kind: 'tag-policy', before: 'owner', after: 'env=a|b' },
  ]);
});
