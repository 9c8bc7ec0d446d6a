import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closure, inTheProgram, licenceAt, nameAt, type Packages } from './shipped.ts';

/** Names under which authors put their terms. */
const terms = /^(licen[cs]e|copying|notice|ofl)([-._].*)?$/i;

/** The terms of everything that ships, in full, the same text once; a package without a file is named with its licence. */
export function licencesOf(packages: Packages, folder: string): string {
  const byText = new Map<string, string[]>();
  for (const place of [...closure(packages, inTheProgram(packages))].sort()) {
    const { version, optional } = packages[place]!;
    const license = licenceAt(packages, place);
    const title = `${nameAt(place)} ${version}${license ? ` (${license})` : ''}`;
    const text =
      termsIn(join(folder, place), optional === true) || 'The package holds no text of its licence.';
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const rule = '='.repeat(100);
  const parts = [...byText].map(([text, titles]) => `${rule}\n${titles.join('\n')}\n${rule}\n\n${text}\n`);
  return `What Fieldbook is made of, and under which terms.\nElectron's and Chromium's are in the files beside the program.\n\n${parts.join('\n')}`;
}

function termsIn(folder: string, optional: boolean): string {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    // For another system: npm leaves it out.
    if (optional && (error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  return names
    .filter((name) => terms.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}
