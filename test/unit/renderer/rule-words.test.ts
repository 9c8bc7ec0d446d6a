import { expect, test } from 'vitest';
import { ruleWords } from '../../../src/renderer/compare/rule-words.ts';
import { windowWords } from '../../../src/renderer/words.ts';

const spanish = await windowWords('es-ES', undefined);
const check = 'ec2-instance-idle';
const title = 'Instancia sin uso';

test('what differs between the rules is said in the language of the window', () => {
  expect(
    ruleWords(
      {
        difference: { kind: 'severity', check, before: 'low', after: 'high' },
        title,
        threshold: null,
      },
      spanish,
    ),
  ).toBe('Instancia sin uso: gravedad Baja → Alta');
  expect(
    ruleWords(
      {
        difference: { kind: 'threshold', check, name: 'days', before: '30', after: '45' },
        title,
        threshold: 'Días',
      },
      spanish,
    ),
  ).toBe('Instancia sin uso: Días 30 → 45');
});
