import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: false });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Control+2');
  await expectPage(page.getByRole('heading', { level: 1, name: 'Checklists' })).toBeVisible();
});
afterAll(() => desk?.clear());

const inFolder = (name: string) => join(desk.folder, name);
const own = () => fieldbook.page.getByRole('region', { name: 'Templates of this engagement' });
const told = (text: string | RegExp) => fieldbook.page.getByRole('alert').filter({ hasText: text }).last();

/** Messages of before are put away, so that the next one is seen. */
const putAway = async () => {
  const close = fieldbook.page.getByRole('alert').getByRole('button', { name: 'Close' });
  for (let left = await close.count(); left > 0; left = await close.count()) {
    await close.first().press('Enter');
    await expectPage(close).toHaveCount(left - 1);
  }
};

/** Writes a template to a file through its menu; the dialog of the system answers with the path. */
const writeTo = async (template: string, format: string, file: string) => {
  const { app, page } = fieldbook;
  await putAway();
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as never;
  }, inFolder(file));
  await page.getByRole('button', { name: `${template}: Templates` }).press('Enter');
  await page.getByRole('menuitem', { name: format }).press('Enter');
  await expectPage(told(`Written to ${desk.written(inFolder(file))}.`)).toBeVisible();
};
const readFrom = async (file: string) => {
  const { page } = fieldbook;
  await putAway();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Read from a file' }).press('Enter');
  await (await chooser).setFiles(inFolder(file));
};

describe('files', () => {
  test.each([
    ['Delivery metrics', 'YAML', 'delivery.yaml'],
    ['Observability', 'Excel workbook', 'Observability.xlsx'],
    ['Incident response and operations', 'AWS Well-Architected custom lens (JSON)', 'incidents.json'],
  ])('%s is written as %s and read back as a template of our own', async (title, format, file) => {
    await writeTo(title, format, file);
    await readFrom(file);
    await expectPage(told(/questions were read/)).toBeVisible();
    await expectPage(own().getByRole('checkbox', { name: `Choose ${title}` })).toBeVisible();
  });

  test('a file that is broken says why, and what was there stays', async () => {
    const { page } = fieldbook;
    const yaml = readFileSync(inFolder('delivery.yaml'), 'utf8');
    writeFileSync(inFolder('broken.yaml'), yaml.replace(/weight: \d/, 'weight: heavy'));
    writeFileSync(inFolder('broken.json'), '{ "name": ');
    writeFileSync(inFolder('broken.xlsx'), 'not a workbook');
    for (const [file, why] of [
      ['broken.yaml', 'weight'],
      ['broken.json', 'It is no JSON.'],
      ['broken.xlsx', 'It is no Excel workbook'],
    ] as const) {
      await readFrom(file);
      const problem = told(why);
      await expectPage(problem).toContainText('This file cannot be read as a checklist.');
      await expectPage(problem).toContainText('Mend the file');
      await photograph(page, `templates-${file}`);
      expect(await barriers(page)).toEqual([]);
    }
    await expectPage(own().getByRole('checkbox')).toHaveCount(3);
  });

  test('reading a file once more says what it replaces, and that is undone', async () => {
    const yaml = readFileSync(inFolder('delivery.yaml'), 'utf8');
    writeFileSync(
      inFolder('delivery.yaml'),
      yaml.replace('title: Delivery metrics', 'title: Delivery of wards'),
    );
    await readFrom('delivery.yaml');
    await expectPage(told('They take the place of the template “own-delivery-metrics”.')).toBeVisible();
    await expectPage(own().getByRole('checkbox', { name: 'Choose Delivery of wards' })).toBeVisible();
    await told('They take the place of').getByRole('button', { name: 'Undo' }).press('Enter');
    await expectPage(own().getByRole('checkbox', { name: 'Choose Delivery metrics' })).toBeVisible();
  });
});

describe('the editor', () => {
  const editor = () => fieldbook.page.getByRole('dialog', { name: 'Template' });
  const questions = () => editor().locator('summary');
  const field = (name: string) => editor().getByRole('textbox', { name, exact: true }).last();
  const save = () => editor().getByRole('button', { name: 'Save the template' }).press('Enter');
  const choose = async (field: string, typed: string, option: string | RegExp) => {
    const { page } = fieldbook;
    const input = editor().getByRole('combobox', { name: field }).last();
    await input.fill(typed);
    await page.getByRole('option', { name: option }).click();
  };

  const pick = async (field: string, option: string) => {
    await editor().getByRole('combobox', { name: field }).last().click();
    await fieldbook.page.getByRole('option', { name: option, exact: true }).click();
  };

  test('a question is added, moved and removed', async () => {
    const { page } = fieldbook;
    await putAway();
    await page.getByRole('button', { name: 'New template' }).press('Enter');
    await field('Title').fill('Ward systems');
    await field('Short name').fill('ward');
    await field('Short name').blur();
    await editor().getByRole('button', { name: 'Add a question' }).press('Enter');
    await field('Question').fill('Who looks after the ward systems?');
    await editor().getByRole('button', { name: 'Add a question below' }).press('Enter');
    await field('Question').fill('How are they patched?');
    await editor().getByRole('button', { name: 'Add a question below' }).last().press('Enter');
    await field('Question').fill('A question too many');
    await expectPage(questions()).toHaveText([
      'Who looks after the ward systems?',
      'How are they patched?',
      'A question too many',
    ]);
    const up = editor().getByRole('button', { name: 'Move up' }).last();
    await up.press('Enter');
    await expectPage(questions().nth(1)).toHaveText('A question too many');
    await expectPage(editor().getByRole('button', { name: 'Move up' }).nth(1)).toBeFocused();
    await editor().getByRole('button', { name: 'Remove the question' }).nth(1).press('Enter');
    await expectPage(questions()).toHaveText(['Who looks after the ward systems?', 'How are they patched?']);
  });

  test('it gets a dependency, a check and evidence to ask for', async () => {
    const { page } = fieldbook;
    await field('Section').fill('Patching');
    await field('Section').blur();
    await choose('Checks that propose the answer', 'ec2-instance-imdsv1', /.+/);
    await page.keyboard.press('Escape');
    await choose('Add a question that goes before', 'Who looks', 'Who looks after the ward systems?');
    await editor().getByRole('combobox', { name: 'Least level of' }).click();
    await page.getByRole('option', { name: 'level 3 or more' }).click();
    await field('Evidence to ask for').fill('The list of patches\nThe last report');
    await field('Evidence to ask for').blur();
    await photograph(page, 'templates-editor');
    expect(await barriers(page)).toEqual([]);
  });

  test('a question is answered with one of several situations, or with a figure', async () => {
    const { page } = fieldbook;
    const last = (name: string) => editor().getByRole('textbox', { name, exact: true }).last();
    await editor().getByRole('button', { name: 'Add a question', exact: true }).press('Enter');
    await field('Question').fill('Where do spare parts come from?');
    await pick('Answered with', 'one of several situations');
    await last('Situation 1').fill('Nobody knows');
    await last('Situation 2').fill('From the maker');
    await save();
    await expectPage(editor().getByText('A situation has no words yet.')).toBeVisible();
    await last('Situation 3').fill('From our own store');
    await editor().getByRole('button', { name: 'Remove situation 1' }).press('Enter');
    await save();
    await expectPage(editor().getByText('There are three situations or more.')).toBeVisible();
    await editor().getByRole('button', { name: 'Add a situation' }).press('Enter');
    await last('Situation 3').fill('From two stores');
    await photograph(page, 'templates-editor-situations');

    await editor().getByRole('button', { name: 'Add a question', exact: true }).press('Enter');
    await field('Question').fill('How long does a repair take?');
    await pick('Answered with', 'a figure');
    await pick('Unit', 'hours');
    await field('What is entered').fill('Hours until it works again');
    await field('Level 4 from').fill('1');
    await save();
    await expectPage(editor().getByText('The figures rise from level 1 to level 4.')).toBeVisible();
    await pick('Better is', 'a lower figure');
    for (const [at, hours] of [72, 24, 8, 2].entries())
      await field(`Level ${at + 1} up to`).fill(String(hours));
    await photograph(page, 'templates-editor-figure');
    expect(await barriers(page)).toEqual([]);
  });

  test('what the engine refuses stands at its field', async () => {
    const { page } = fieldbook;
    await field('Version').fill('one');
    await field('References').fill('nowhere:at-all');
    await save();
    await expectPage(field('Version')).toHaveAttribute('aria-invalid', 'true');
    await field('Version').fill('1.0.0');
    await save();
    await expectPage(field('References')).toHaveAttribute('aria-invalid', 'true');
    await expectPage(field('References')).toHaveAccessibleDescription(/no scheme knows: 'nowhere:at-all'/);
    await photograph(page, 'templates-editor-refused');
    expect(await barriers(page)).toEqual([]);
    await field('References').fill('');
    await save();
    await expectPage(editor()).toHaveCount(0);
  });

  test('the checklist asks as the template says', async () => {
    const { page } = fieldbook;
    await own().getByRole('checkbox', { name: 'Choose Ward systems' }).press('Space');
    await page.getByRole('button', { name: 'Adopt 1 checklist' }).press('Enter');
    const pane = page.getByRole('region', { name: 'Answer' });
    await page.getByRole('option', { name: /How are they patched/ }).click();
    await expectPage(pane).toContainText('Patching');
    await expectPage(pane).toContainText(
      'first answer “Who looks after the ward systems?” (level 3 or more)',
    );
    await expectPage(pane).toContainText('The list of patches');
    await page.getByRole('option', { name: /Where do spare parts/ }).click();
    await expectPage(pane.getByRole('button', { name: /From two stores/ })).toBeVisible();
    await page.getByRole('option', { name: /How long does a repair/ }).click();
    await pane.getByRole('textbox', { name: 'Hours until it works again' }).fill('5');
    await pane.getByRole('textbox', { name: 'Hours until it works again' }).press('Enter');
    await expectPage(pane.locator('li[data-chosen]')).toContainText('3');
  });

  test('its check is still there when it is edited again', async () => {
    const { page } = fieldbook;
    await page.locator('label', { hasText: 'Templates' }).click();
    await page.getByRole('button', { name: 'Ward systems: Templates' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await questions().filter({ hasText: 'How are they patched' }).click();
    await expectPage(editor().getByText('IMDSv1').first()).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
