/** A paragraph in lines that fit the terminal, after what stands before the first of them. */
export function wrapped(text: string, width: number, before = ''): string {
  const indent = ' '.repeat(before.length);
  const lines = text.split('\n').flatMap((paragraph) => {
    const made: string[] = [];
    for (const word of paragraph.split(/\s+/)) {
      const longer = made.length > 0 ? `${made.at(-1)} ${word}` : undefined;
      if (longer !== undefined && indent.length + [...longer].length <= width) made[made.length - 1] = longer;
      else made.push(word);
    }
    return made;
  });
  return lines.map((line, at) => `${at === 0 ? before : indent}${line}`.trimEnd()).join('\n');
}
