/** A text field that holds a list, one on each line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A line that is as it was keeps its condition wherever it went; of the others, each takes the next that is left. */
export function conditions(
  old: readonly { id: string; text: string }[],
  lines: readonly string[],
): { id: string | null; text: string }[] {
  const same = new Map(
    lines.flatMap((line) => old.find(({ text }) => text === line) ?? []).map((one) => [one.text, one.id]),
  );
  const left = old.filter(({ text }) => !same.has(text)).map(({ id }) => id);
  return lines.map((text) => ({ id: same.get(text) ?? left.shift() ?? null, text }));
}
