import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
const refused: string[] = [];
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { language: 'es', scanned: true, phases: true });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await page.getByRole('heading', { level: 1, name: 'Resumen' }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => desk?.clear());

const go = (address: string) =>
  fieldbook.page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
const field = (name: string) => fieldbook.page.getByRole('textbox', { name, exact: true });
/** The end of the second phase, as the file has it. */
const kept = async () => {
  const answer = await fieldbook.page.evaluate(() =>
    window.fieldbook.call({ id: crypto.randomUUID(), method: 'phases.list', args: {} }),
  );
  return (answer as { value: { phases: { to: string | null }[] } }).value.phases[1]!.to;
};

test('a date is typed and shown day first in Spanish, and kept as ISO', async () => {
  await go('/phases');
  const to = field('Fase 2, hasta');
  await to.fill('9/10/2027');
  await to.press('Enter');
  await expectPage(to).toHaveValue('09/10/2027');
  await expect.poll(kept).toBe('2027-10-09');
  await to.fill('2027-10-11');
  await to.blur();
  await expectPage(to).toHaveValue('11/10/2027');
  await expect.poll(kept).toBe('2027-10-11');
});

test('what is no date is said and not kept, nor what is before the first day', async () => {
  const { page } = fieldbook;
  const to = field('Fase 2, hasta');
  await to.fill('31/2/2027');
  await to.blur();
  await expectPage(page.getByText('No es una fecha. Escriba dd/mm/aaaa.')).toBeVisible();
  await expectPage(to).toHaveValue('31/2/2027');
  await photograph(page, 'day-wrong');
  expect(await barriers(page)).toEqual([]);
  await to.fill('1/1/2020');
  await to.blur();
  await expectPage(page.getByText(/^No antes del \d\d\/\d\d\/20\d\d\.$/)).toBeVisible();
  expect(await kept()).toBe('2027-10-11');
  await to.fill('12/10/2027');
  await to.blur();
  await expect.poll(kept).toBe('2027-10-12');
});

test('the calendar is gone through by keys, over the end of a month', async () => {
  const { page } = fieldbook;
  const to = field('Fase 2, hasta');
  await to.press('ArrowDown');
  const calendar = page.getByRole('dialog', { name: 'Calendario: Fase 2, hasta' });
  await expectPage(calendar).toContainText('octubre de 2027');
  await expectPage(calendar.getByRole('button', { name: 'martes, 12 de octubre de 2027' })).toBeFocused();
  await photograph(page, 'day-calendar');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expectPage(calendar.getByRole('button', { name: 'viernes, 12 de noviembre de 2027' })).toBeFocused();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await expectPage(calendar.getByRole('button', { name: 'viernes, 3 de diciembre de 2027' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectPage(calendar).toHaveCount(0);
  await expectPage(to).toBeFocused();
  await expectPage(to).toHaveValue('03/12/2027');
  await expect.poll(kept).toBe('2027-12-03');
});

test('over a dialog the calendar is whole, and Escape closes it alone', async () => {
  const { page } = fieldbook;
  // All of them: the chips of the usual filter are none of this.
  await go('/findings?filter=%5B%5D');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Decidir', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Decidir sobre un hallazgo' });
  await dialog.getByRole('button', { name: 'Calendario: Vale hasta' }).click();
  const calendar = page.getByRole('dialog', { name: 'Calendario: Vale hasta' });
  await expectPage(calendar).toBeInViewport({ ratio: 1 });
  await photograph(page, 'day-in-dialog');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expectPage(calendar).toHaveCount(0);
  await expectPage(dialog).toBeVisible();
  // A form with a date that is none is not sent.
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Acordado');
  await field('Vale hasta').fill('mañana');
  await dialog.getByRole('textbox', { name: 'Motivo' }).press('Control+Enter');
  await dialog.getByRole('button', { name: 'Decidir', exact: true }).click();
  await expectPage(dialog.getByText('No es una fecha. Escriba dd/mm/aaaa.')).toBeVisible();
  await field('Vale hasta').fill('3/2/2031');
  await page.keyboard.press('Escape');
  await expectPage(dialog).toHaveCount(0);
  // What was typed is a draft, although the field was not left before its dialog was closed.
  await page.getByRole('button', { name: 'Decidir', exact: true }).click();
  await expectPage(field('Vale hasta')).toHaveValue('03/02/2031');
});

test('nothing of it asks for what the policy of the page refuses', () => {
  expect(refused).toEqual([]);
});
