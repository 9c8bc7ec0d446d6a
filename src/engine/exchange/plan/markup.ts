/** How an issue tracker marks up a text. */
export interface Markup {
  heading(words: string): string;
  step(number: number, words: string): string;
  bullet(words: string): string;
  condition(met: boolean, words: string): string;
  /** What somebody wrote, such that it reads as it was written. */
  text(words: string): string;
}

export const markdown: Markup = {
  heading: (words) => `## ${words}`,
  step: (number, words) => `${number}. ${words}`,
  bullet: (words) => `- ${words}`,
  condition: (met, words) => `- [${met ? 'x' : ' '}] ${words}`,
  text: (words) => words,
};

/** Code in a text, as people write it here: between fences, or between backticks in a line. */
const code = /```[^\n`]*\n([\s\S]*?)\n?```|`([^`\n]+)`/g;

/**
 * Jira's own markup, which its import of CSV reads in place of Markdown: to it `##` is the second level of a numbered
 * list.
 */
export const wiki: Markup = {
  heading: (words) => `h2. ${words}`,
  step: (_, words) => `# ${words}`,
  bullet: (words) => `* ${words}`,
  // Brackets would be a link; (/) is a green tick.
  condition: (met, words) => `* ${met ? '(/) ' : ''}${words}`,
  text(words) {
    const parts: string[] = [];
    let end = 0;
    for (const { 0: whole, 1: block, 2: inline, index } of words.matchAll(code)) {
      parts.push(escaped(words.slice(end, index)));
      parts.push(inline === undefined ? `{code}\n${block}\n{code}` : `{{${inline}}}`);
      end = index + whole.length;
    }
    return [...parts, escaped(words.slice(end))].join('');
  },
};

/** Signs that would begin a macro, a link or bold and slanted letters, and `#` at the head of a line. */
const escaped = (words: string): string => words.replace(/[{}[\]*_]|^#/gm, (sign) => `\\${sign}`);
