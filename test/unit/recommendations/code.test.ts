import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { library, libraryFolder } from '../../../src/engine/recommendations/library.ts';

const folder = join(libraryFolder, 'code');
const { all } = library();
const named = all.flatMap(({ code }) => [code.terraform, code.cli]).filter((file) => file !== null);
const filesEnding = (ending: string) =>
  named
    .filter((file) => file.endsWith(ending))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

test('at least 60 recommendations have code, and each file belongs to one', () => {
  expect(all.filter(({ code }) => code.terraform ?? code.cli).length).toBeGreaterThanOrEqual(60);
  expect(readdirSync(folder).sort()).toEqual(named.toSorted());
});

test.each([...filesEnding('.tf'), ...filesEnding('.sh')])('%s: nothing of a client is in it', (_, text) => {
  expect(text).not.toMatch(/\b\d{12}\b|\bAKIA[A-Z0-9]{16}\b/);
  expect(text).not.toMatch(/\t|[ \t]$/m);
  expect(text).toMatch(/[^\n]\n$/);
});

/** What is left of HCL without its strings and comments. */
const skeleton = (hcl: string) => hcl.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/#.*$/gm, '');

describe.each(filesEnding('.tf'))('%s', (_, text) => {
  test('has its braces in pairs', () => {
    const open: string[] = [];
    const pairs: Record<string, string> = { '}': '{', ']': '[', ')': '(' };
    for (const [sign] of skeleton(text).matchAll(/[{}[\]()]/g)) {
      if (sign in pairs) expect(open.pop()).toBe(pairs[sign]);
      else open.push(sign);
    }
    expect(open).toEqual([]);
  });

  test('declares the variables that it uses, and uses those that it declares', () => {
    const declared = [...text.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
    const used = new Set([...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name));
    expect(declared.toSorted()).toEqual([...used].sort());
  });
});

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash.
const guard = '[ "${APPLY:-}" = yes ] || exit 0';
const looks = /^(describe|get|list|wait|generate-service-last-accessed-details)\b/;
const changers = /\b(terraform (apply|destroy|import)|kubectl (apply|replace|delete)|cosign (sign|attest))\b/;

/** Calls of a script that are not known to change nothing. */
function changesIn(script: string): string[] {
  const lines = script
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  return lines.flatMap((line) => {
    const operations = [...line.matchAll(/\baws [\w-]+ ([\w-]+)([^|]*)/g)]
      .filter(([, operation, rest]) => !looks.test(operation!) && !/\s--dry-run\b/.test(rest!))
      .map(([call]) => call);
    return changers.test(line) ? [...operations, line] : operations;
  });
}

describe.each(filesEnding('.sh'))('%s', (file, text) => {
  test('is a script that bash can read, and stops at the first failure', () => {
    expect(text).toMatch(/^set -euo pipefail$/m);
    expect(spawnSync('bash', ['-n', join(folder, file)], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('says first whether it changes something, and changes nothing before one has looked', () => {
    const [first] = text.split('\n');
    expect(first).toMatch(/^# (Reads only|Changes: )/);
    const [before, after] = text.split(`${guard}\n`);
    expect(changesIn(before!)).toEqual([]);
    if (first!.startsWith('# Changes')) {
      expect(before).toContain('# Look first');
      expect(changesIn(after!)).not.toEqual([]);
    } else expect(after).toBeUndefined();
  });
});
