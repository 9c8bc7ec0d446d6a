import { families } from '../fonts.ts';
import { printable } from '../glyphs.ts';
import type { Node, TextNode } from './nodes.ts';
import { em } from './theme.ts';

const breakAfter = /[/:_.,;=?&|)\]} -]/;

/**
 * Lines of a text in a monospaced face. Breaks after the punctuation of ARNs and commands, else in the middle of
 * a word. The lines are found here, with no zero-width spaces, so that what a reader copies is what was read, and
 * one long word costs no more than many short ones.
 */
export function monoLines(text: string, width: number, fontSize: number): string[] {
  const most = Math.max(8, Math.floor(width / (fontSize * em.mono)));
  return text.split('\n').flatMap((whole) => {
    const lines: string[] = [];
    let rest = printable(whole, 'mono');
    while (rest.length > most) {
      let end = most;
      for (let at = most; at > most * 0.6; at--)
        if (breakAfter.test(rest[at - 1]!)) {
          end = at;
          break;
        }
      lines.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return [...lines, rest];
  });
}

/** Words of a shell command: parted by spaces that stand outside of quotes. */
const shellWords = /(?:[^\s"']|"(?:[^"\\]|\\.)*"?|'[^']*'?)+/g;

/**
 * Lines of shell commands. A command that is too long goes on after a backslash between two words, so that what is
 * copied can be run; a word that is too long for a line breaks as other text does.
 */
export function shellLines(commands: readonly string[], width: number, fontSize: number): string[] {
  const most = Math.floor(width / (fontSize * em.mono));
  return commands.flatMap((command) =>
    command.split('\n').flatMap((whole) => {
      const printed = printable(whole, 'mono');
      if (printed.length <= most) return [printed];
      const lines: string[] = [];
      let line = '';
      for (const word of printed.match(shellWords) ?? []) {
        if (line !== '' && line.length + 1 + word.length > most - 2) {
          lines.push(`${line} \\`);
          line = `  ${word}`;
        } else line = line === '' ? word : `${line} ${word}`;
      }
      return [...lines, line].flatMap((one) => monoLines(one, width, fontSize));
    }),
  );
}

/** An identifier or code, line by line. */
export function mono(text: string, width: number, fontSize: number, more: Partial<TextNode> = {}): Node {
  const lines = monoLines(text, width, fontSize).map(
    (line): TextNode => ({
      text: line === '' ? ' ' : line,
      font: families.mono,
      fontSize,
      lineHeight: 1.08,
      noWrap: true,
      preserveLeadingSpaces: true,
      ...more,
    }),
  );
  return lines.length === 1 ? lines[0]! : { stack: lines };
}

/** An identifier within running text. */
export const code = (text: string, fontSize: number): TextNode => ({
  text: printable(text, 'mono'),
  font: families.mono,
  fontSize: fontSize * 0.92,
});
