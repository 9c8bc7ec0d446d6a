import { expect, test } from 'vitest';
import { z } from 'zod';
import { explain, inOneLine } from '../../../../src/renderer/parts/explain.ts';
import { windowWords } from '../../../../src/renderer/words.ts';
import { errorCodes, FieldbookError, misfit } from '../../../../src/shared/contract/errors.ts';
import { checklistItemSchema } from '../../../../src/shared/model/checklist.ts';
import { findingTestSchema } from '../../../../src/shared/model/finding-query.ts';
import { recommendationSchema } from '../../../../src/shared/model/recommendation.ts';
import { targetRecord } from '../../../../src/shared/model/records/checklist.ts';

const english = await windowWords('en-US', 'en');
const spanish = await windowWords('es-ES', 'es');
const error = (code: (typeof errorCodes)[number]) => ({ code, message: 'the words', next: 'the step' });

test.each(errorCodes)('%s is said in Spanish', (code) => {
  const { what, next } = explain(error(code), spanish);
  expect(what).not.toContain('the words');
  expect(next).not.toContain('the step');
  expect(what).not.toBe(english.t(`errors.${code}.what`));
});

test('in English the words of the engine stand where they name a file, a profile or a field', () => {
  expect(explain(error('profile-incomplete'), english)).toEqual({
    what: 'the words',
    next: 'the step',
    named: null,
  });
});

test('what the engine says in the language of the reader stands as it is', () => {
  const told = { ...error('bad-input'), language: 'es' as const };
  expect(explain(told, spanish)).toEqual({ what: 'the words', next: 'the step', named: null });
  expect(explain(told, english)).toMatchObject({ what: english.t('errors.bad-input.what') });
});

test('what an error is about is named in every language, without the sentence around it', () => {
  const told = { ...error('folder-not-writable'), about: '/home/ana/acme' };
  expect(explain(told, spanish)).toEqual({
    what: spanish.t('errors.folder-not-writable.what'),
    next: spanish.t('errors.folder-not-writable.next'),
    named: '/home/ana/acme',
  });
  expect(explain(told, english)).toEqual({ what: 'the words', next: 'the step', named: null });
});

test('a reason is told in the words of the reader, with what it rests on', () => {
  const problem = {
    key: 'profile.source',
    values: { source: 'base', problem: { key: 'profile.keys', values: {} } },
  };
  const reason = {
    key: 'aws.profileUnusable',
    values: { profile: 'acme', problem, config: '~/.aws/config', credentials: '~/.aws/credentials' },
  };
  const refused = { ...error('profile-incomplete'), reason };
  expect(explain(refused, spanish)).toEqual({
    what: 'El perfil de AWS «acme» no se puede usar: su source_profile «base» no se puede usar: falta el identificador de la clave de acceso o la clave secreta.',
    next: 'Corríjalo en ~/.aws/config o ~/.aws/credentials, o con «aws configure --profile acme».',
    named: null,
  });
  expect(explain(refused, english).what).toMatch(
    /^The AWS profile 'acme' cannot be used: its source_profile 'base'/,
  );
});

test('values that do not fit are told of in the words of the window, not in those of zod', () => {
  const shape = z.object({
    client: z.string().min(1),
    consultant: z.string(),
    phases: z.array(z.object({ from: z.iso.date() })).max(2),
    share: z.number().max(1),
    kind: z.enum(['one', 'two']),
  });
  const given = { client: '', phases: [{ from: 'soon' }], share: 1.5, kind: 'three' };
  const told = misfit(shape.safeParse(given).error!, given).toData();
  expect(explain(told, spanish)).toEqual({
    what: 'Algo de lo indicado no se aceptó.',
    next: 'Revise lo que se ha escrito.',
    named:
      'client está vacío. consultant falta. phases.0.from tiene que ser un día como 2027-03-31. ' +
      'share tiene que ser como máximo 1. kind tiene que ser uno de: one, two.',
  });
  expect(explain(told, english).named).toContain('client is empty. consultant is missing.');
});

const question = {
  id: 'own-hours',
  section: 'work',
  aspect: null,
  stage: null,
  principle: null,
  weight: 1,
  references: [],
  dependsOn: [],
  checks: [],
};

test.each([
  [
    findingTestSchema,
    { property: 'severity', operator: 'contains', values: ['x'] },
    'todo ello pregunta algo que no se puede preguntar de esta propiedad.',
  ],
  [
    findingTestSchema,
    { property: 'saving', operator: 'at-least', values: ['much'] },
    'todo ello necesita una gravedad o un importe después de «al menos».',
  ],
  [targetRecord, { id: 'aspect', percent: 80 }, /^id tiene que ser una dimensión y uno de sus valores/],
  [
    checklistItemSchema,
    { ...question, kind: 'number', unit: 'hours', better: 'lower', bands: [1, 2, 3, 4] },
    'bands tiene que ser cada vez más exigente del nivel 1 al 4.',
  ],
  [recommendationSchema.shape.impact, {}, 'todo ello no nombra ningún aspecto; hace falta al menos uno.'],
])('a rule beyond the shape is told in the words of the window: %#', (schema: z.ZodType, given, told) => {
  const { named } = explain(misfit(schema.safeParse(given).error!, given).toData(), spanish);
  expect(named).toMatch(told);
});

test('in Spanish what only the engine can name is kept beside the sentence', () => {
  expect(explain(error('profile-incomplete'), spanish)).toMatchObject({ named: 'the words', language: 'en' });
  expect(explain(error('wrong-passphrase'), spanish).named).toBeNull();
});

test('under a field stands one line, in the language of the reader', () => {
  const refused = new FieldbookError('folder-not-writable', 'No.', 'Choose another.', { about: '/srv/acme' });
  const { what, next } = explain(refused.toData(), spanish);
  expect(inOneLine(refused, spanish)).toBe(`${what} ${next} /srv/acme`);
  expect(inOneLine(refused, english)).toBe('No. Choose another.');
});
