import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Session } from '../../../src/engine/session.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { trailPage } from '../../../src/engine/trail/page.ts';
import { temporaryFolder } from '../../support/folder.ts';

test('an action that nobody wrote a sentence for is told by its name', () => {
  const session = Session.create(
    { path: join(temporaryFolder(), 'acme.fieldbook'), passphrase: 'correct horse battery' },
    {
      client: 'Acme',
      consultant: 'Northwind',
      scope: '',
      language: 'en',
      currency: 'USD',
      tagPolicy: { required: [] },
      people: [],
      sample: false,
      phases: [],
    },
    { person: () => 'Ana Ruiz' },
  );
  const resource = { account: '1', region: 'eu-west-1', type: 'AWS::EC2::Volume', arn: 'arn:v', name: 'v' };
  session.records.step('note.rearrange', (changes) => {
    for (const id of ['a', 'b'])
      changes.put('comment', {
        id,
        finding: { check: 'old-volume', resource },
        text: 'Agreed',
        by: 'Ana Ruiz',
        at: '2026-11-02T09:00:00Z',
      });
  });
  const told = (language: 'en' | 'es') =>
    trailPage(session, {}, { offset: 0, limit: 1 }, textsOf(language)).entries[0]!.sentence;
  expect(told('en')).toBe('Ana Ruiz changed “Comment” in 2 places (note.rearrange).');
  expect(told('es')).toBe('Ana Ruiz cambió «Comentario» en 2 sitios (note.rearrange).');
  session.close();
});
