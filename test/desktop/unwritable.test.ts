import { afterAll, beforeAll, test } from 'vitest';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true, language: 'es' });
  fieldbook = await desk.launch({ engagement: path, passphrase });
});
afterAll(() => desk?.clear());

test('a place that cannot be written to is told of in Spanish, with its path and without English', async () => {
  const { page, app } = fieldbook;
  await page.evaluate(() => {
    window.location.hash = '/resources';
  });
  // Where nobody may write, not even root.
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath: '/proc/acme.csv' })) as never;
  });
  await page.getByRole('button', { name: 'Exportar CSV' }).click();
  const said = page.getByRole('alert').filter({ hasText: '/proc/acme.csv' });
  await expectPage(said).toHaveText(
    'No se puede escribir ahí: la carpeta no existe o no lo permite. ' +
      'Elija una carpeta en la que pueda escribir; si iba a abrir un archivo, cópielo antes allí./proc/acme.csv',
  );
});
