import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { pastePicture } from './support/clipboard.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

let desk: Desk;
let fieldbook: Fieldbook;
beforeAll(async () => {
  desk = await setUpDesk();
  const { path } = await makeEngagement(desk.folder, { scanned: true });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Control+2');
  await expectPage(page.getByRole('heading', { level: 1, name: 'Checklists' })).toBeVisible();
});
afterAll(() => desk?.clear());

const pane = () => fieldbook.page.getByRole('region', { name: 'Answer' });
const list = () => fieldbook.page.getByRole('listbox', { name: 'Questions' });
const level = (n: number) =>
  pane()
    .getByRole('button', { pressed: true })
    .filter({ hasText: String(n) });
const press = async (...keys: string[]) => {
  for (const key of keys) await fieldbook.page.keyboard.press(key);
};
const navigation = () =>
  fieldbook.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Checklists/ });

test('a new engagement chooses its checklists', async () => {
  const { page } = fieldbook;
  await expectPage(page.getByRole('heading', { name: /Which checklists/ })).toBeVisible();
  await photograph(page, 'checklists-first');
  await page.getByRole('checkbox', { name: 'Choose Security and privacy practice' }).press('Space');
  await page.getByRole('checkbox', { name: 'Choose Delivery metrics' }).press('Space');
  await page.getByRole('button', { name: 'Adopt 2 checklists' }).press('Enter');
  await expectPage(list()).toBeVisible();
  await expectPage(navigation()).toContainText('0/49');
});

describe('by keyboard alone', () => {
  test('a figure answers, j and k move, u finds what is open', async () => {
    const { page } = fieldbook;
    await page.getByRole('combobox', { name: 'Checklist', exact: true }).waitFor();
    await page.goto(`${page.url().split('#')[0]}#/checklists?checklist=security`);
    await expectPage(pane().getByRole('heading', { level: 2 })).toContainText('When was the last analysis');
    await list().focus();
    await press('3');
    await expectPage(level(3)).toBeVisible();
    await expectPage(navigation()).toContainText('1/49');
    await press('j', '1');
    await expectPage(pane().getByRole('heading', { level: 2 })).toContainText('Who is answerable');
    await expectPage(level(1)).toBeVisible();
    await press('k', 'u');
    await expectPage(pane().getByRole('heading', { level: 2 })).toContainText('Which security rules');
  });

  test('n writes a note, which saves itself and is shown as it reads', async () => {
    const { page } = fieldbook;
    await press('n');
    await expectPage(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('Rules of **2019**. <img src=x onerror=alert(1)>');
    await press('Escape');
    await expectPage(pane().locator('strong', { hasText: '2019' })).toBeVisible();
    await expectPage(pane().locator('img')).toHaveCount(0);
    await expectPage(pane()).toContainText('<img src=x');
  });

  test('x says that it does not apply, and Ctrl+Z takes that back', async () => {
    await press('x');
    await expectPage(pane().getByRole('combobox', { name: 'Why it does not apply' })).toHaveValue(
      'Not in the scope of this engagement',
    );
    await press('Control+z');
    await expectPage(pane().getByRole('combobox', { name: 'Why it does not apply' })).toHaveCount(0);
    const why = pane().getByRole('combobox', { name: 'Why it does not apply' });
    for (const redo of ['Control+Shift+z', 'Control+y']) {
      await press(redo);
      await expectPage(why).toBeVisible();
      await press('Control+z');
      await expectPage(why).toHaveCount(0);
    }
    await press('Control+y');
    await expectPage(why).toBeVisible();
  });

  test('several are answered at once, and that is undone', async () => {
    const { page } = fieldbook;
    await list().focus();
    await press('j', 'Space', 'j', 'Space');
    const bar = page.getByRole('toolbar', { name: 'Selected questions' });
    await expectPage(bar).toContainText('2 selected');
    await bar.getByRole('button', { name: 'Set level' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Level 2' }).press('Enter');
    await expectPage(level(2)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
    await expectPage(level(2)).toHaveCount(0);
    await bar.getByRole('button', { name: 'Select none' }).press('Enter');
  });

  test('p takes what the scan proposes, and another answer asks for its reason', async () => {
    const { page } = fieldbook;
    await page.goto(`${page.url().split('#')[0]}#/checklists?item=security-rights-by-task`);
    await expectPage(pane()).toContainText('The scan proposes level');
    await expectPage(pane().getByRole('heading', { name: 'What fails first' })).toBeVisible();
    await list().focus();
    await press('p');
    await expectPage(pane()).toContainText('taken from the scan');
    await press('4');
    await expectPage(pane()).toContainText('Override without a reason');
    await expectPage(list().getByRole('option', { name: /override without a reason/ })).toHaveCount(1);
    await photograph(page, 'checklists-unreasoned');
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${page.url().split('#')[0]}#/checklists?show=unreasoned`);
    await expectPage(list().getByRole('option')).toHaveCount(1);
    await expectPage(page.getByRole('combobox', { name: 'Questions shown' })).toHaveValue(
      'Override without a reason',
    );
    const reason = pane().getByRole('textbox', { name: /Why the answer differs/ });
    await reason.fill('The role is for emergencies and watched.');
    await reason.blur();
    await expectPage(pane()).not.toContainText('Override without a reason');
    await photograph(page, 'checklists-proposal');
    await page.goto(`${page.url().split('#')[0]}#/checklists?item=security-rights-by-task`);
    await page.reload();
    await expectPage(reason).toHaveValue('The role is for emergencies and watched.');
  });

  test('e attaches a file to the answer, which is listed there and taken off again', async () => {
    const { page } = fieldbook;
    const path = join(desk.folder, 'rights-by-task.txt');
    writeFileSync(path, 'Rights are given by task since March.');
    await list().focus();
    await press('e');
    const evidence = pane().getByRole('region', { name: 'Attached evidence' });
    const add = evidence.getByRole('button', { name: 'Add a file' });
    await expectPage(add).toBeFocused();
    const chooser = page.waitForEvent('filechooser');
    await add.press('Enter');
    await (await chooser).setFiles(path);
    const piece = evidence.getByRole('link', { name: /^rights-by-task.txt/ });
    await expectPage(piece).toBeVisible();
    await photograph(page, 'checklists-evidence');
    expect(await barriers(page)).toEqual([]);
    await evidence.getByRole('button', { name: 'Detach rights-by-task.txt' }).press('Enter');
    await expectPage(piece).toHaveCount(0);
    const taken = page.getByRole('alert').filter({ hasText: 'The link was taken away.' });
    await taken.getByRole('button', { name: 'Undo' }).press('Enter');
    await expectPage(piece).toBeVisible();
    await piece.press('Enter');
    await expectPage(page.getByRole('complementary', { name: 'Piece of evidence' })).toContainText('Answer');
    await page.goBack();
    await expectPage(piece).toBeVisible();
  });

  test('a screenshot is pasted onto the answer', async () => {
    const { page } = fieldbook;
    await list().focus();
    await press('e');
    await pastePicture(page);
    const evidence = pane().getByRole('region', { name: 'Attached evidence' });
    await expectPage(evidence.getByRole('link', { name: /^Screenshot of/ })).toBeVisible();
    const told = page.getByRole('alert').filter({ hasText: 'Screenshot of' });
    await told.getByRole('button', { name: 'Close' }).press('Enter');
  });

  test('/ searches all checklists', async () => {
    const { page } = fieldbook;
    await list().focus();
    await press('/');
    await page.keyboard.type('deployment production month');
    const found = page.getByRole('region', { name: /in all checklists/ });
    await found.getByRole('button', { name: /How many times a month/ }).press('Enter');
    await expectPage(pane().getByRole('heading', { level: 2 })).toContainText('How many times a month');
  });

  test('arrows go to what was found, and Enter opens the first of it', async () => {
    const { page } = fieldbook;
    const field = page.getByRole('textbox', { name: 'Search all questions' });
    const found = page.getByRole('region', { name: /in all checklists/ }).getByRole('button');
    await list().focus();
    await press('/');
    await page.keyboard.type('deployment');
    await expectPage(found.nth(1)).toBeVisible();
    const second = (await found.nth(1).textContent())!;
    await press('ArrowDown', 'ArrowDown');
    await expectPage(found.nth(1)).toBeFocused();
    await press('Enter');
    const heading = pane().getByRole('heading', { level: 2 });
    await expectPage(heading).not.toContainText('How many times a month');
    expect(second).toContain(await heading.textContent());
    await press('/');
    await page.keyboard.type('deployment production month');
    await expectPage(found.first()).toContainText('How many times a month');
    await expectPage(field).toBeFocused();
    await press('Enter');
    await expectPage(heading).toContainText('How many times a month');
    await expectPage(field).not.toBeFocused();
  });

  test('a figure is typed at once, and comes to a level', async () => {
    await list().focus();
    await press('1', '2', 'Enter');
    await expectPage(pane().locator('[data-chosen]')).toContainText('At least once a week');
  });
});

test('in an interview one question stands alone, with the same keys', async () => {
  const { page } = fieldbook;
  await page.goto(`${page.url().split('#')[0]}#/checklists?checklist=security&item=security-training`);
  await list().focus();
  await press('i');
  const room = page.getByRole('dialog');
  await expectPage(room.getByRole('heading', { name: /What did your staff learn/ })).toBeVisible();
  await expectPage(room.getByRole('button', { name: 'End the interview' })).not.toBeFocused();
  await press('2');
  await expectPage(room.getByRole('button', { pressed: true })).toContainText(
    'All staff see the same course',
  );
  await press('e');
  await expectPage(room.getByRole('button', { name: 'Add a file' })).toBeFocused();
  await photograph(page, 'checklists-interview');
  expect(await barriers(page)).toEqual([]);
  await press('n');
  await page.keyboard.type('Nobody could say.');
  await press('Escape');
  await expectPage(room.getByText('Nobody could say.')).toBeVisible();
  await expectPage(room.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  await press('j');
  await expectPage(room.getByRole('heading', { name: /neighbor/ })).toBeVisible();
  await press('Escape');
  await expectPage(room).toHaveCount(0);
});

test('what the answers come to is shown against a target', async () => {
  const { page } = fieldbook;
  await page.locator('label', { hasText: 'Maturity' }).click();
  await page.locator('label', { hasText: 'Aspect' }).click();
  const target = page.getByRole('textbox', { name: 'Target for Security compliance, in percent' });
  await target.fill('75');
  await target.press('Enter');
  await page.getByRole('button', { name: /^Security compliance: .*computed$/ }).press('Enter');
  const sum = page.getByRole('dialog', { name: /How this was computed: Security/ });
  await expectPage(sum).toContainText('Σ weight × level ÷ (4 × Σ weight)');
  await expectPage(sum.getByRole('row')).not.toHaveCount(1);
  await page.keyboard.press('Escape');
  await photograph(page, 'checklists-maturity');
});

test('a template of our own is made in the window, and adopted', async () => {
  const { page } = fieldbook;
  await page.locator('label', { hasText: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).press('Enter');
  const editor = page.getByRole('dialog', { name: 'Template' });
  await editor.getByRole('textbox', { name: 'Title' }).fill('Ward systems');
  await editor.getByRole('textbox', { name: 'Short name' }).fill('ward');
  await editor.getByRole('textbox', { name: 'Short name' }).blur();
  await editor.getByRole('button', { name: 'Add a question' }).press('Enter');
  await editor.getByRole('button', { name: 'Save the template' }).press('Enter');
  await expectPage(editor.getByRole('alert')).toBeVisible();
  await editor.getByRole('textbox', { name: 'Question' }).fill('Who looks after the ward systems?');
  for (const level of [0, 1, 2, 3, 4])
    await editor.getByRole('textbox', { name: `Level ${level}` }).fill(`As good as ${level}`);
  await photograph(page, 'checklists-editor');
  expect(await barriers(page)).toEqual([]);
  await editor.getByRole('button', { name: 'Save the template' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Choose Ward systems' }).press('Space');
  await page.getByRole('button', { name: 'Adopt 1 checklist' }).press('Enter');
  await expectPage(navigation()).toContainText('/50');
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test('neither questions, maturity nor templates have a barrier that axe can find', async () => {
    const { page } = fieldbook;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const view of ['Templates', 'Maturity', 'Questions']) {
      await page.locator('label', { hasText: view }).click();
      await expectPage(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
      expect(await barriers(page)).toEqual([]);
    }
  });
});
