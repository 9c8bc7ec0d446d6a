import { FieldbookError } from '../shared/contract/errors.ts';
import { dimensionNames, dimensions } from '../shared/model/records/checklist.ts';
import { dimensionName, valueName } from './format.ts';
import { maturityText } from './show-checklists.ts';
import type { Terminal } from './terminal.ts';

/** Everything that can have a target, by its id, which is `dimension:value`. */
const values = dimensionNames.flatMap((dimension) =>
  dimensions[dimension].map((value) => ({ id: `${dimension}:${value}`, dimension, value })),
);

/** A target as it is typed, such as `networking=70` or `stage:test=none`. */
function targetOf(text: string) {
  const [, what = '', aim = ''] = /^(.*)=(.*)$/.exec(text) ?? [];
  const found = values.find(({ id, value }) => id === what.trim() || value === what.trim());
  if (!found)
    throw new FieldbookError(
      'bad-input',
      `'${text}' names nothing that can have a target.`,
      [
        'Such as: fieldbook maturity --target networking=70. There are:',
        ...dimensionNames.map((one) => `  ${dimensionName(one)}: ${dimensions[one].join(', ')}`),
      ].join('\n'),
    );
  const percent = aim.trim() === 'none' ? null : /^\d+%?$/.test(aim.trim()) ? Number.parseInt(aim, 10) : 101;
  if (percent !== null && percent > 100)
    throw new FieldbookError(
      'bad-input',
      `'${aim}' is no target.`,
      "A target is a whole number of percent from 0 to 100; 'none' takes one away.",
    );
  return { ...found, percent };
}

/** Says what is aimed at, and how far each is from it now. */
export async function setTargets(terminal: Terminal, texts: readonly string[], json: boolean): Promise<void> {
  const { checklists } = terminal.client;
  const targets = texts.map(targetOf);
  const result = await checklists.setTargets({
    targets: targets.map(({ id, percent }) => ({ id, percent })),
  });
  if (json) {
    terminal.json(result);
    return;
  }
  const maturity = await checklists.maturity({});
  for (const { dimension, value, percent } of targets) {
    const now = maturity.values.find((one) => one.dimension === dimension && one.value === value)!;
    const aim = percent === null ? 'no target any more' : `${percent}% is aimed at`;
    terminal.print(`${valueName(dimension, value)}: ${aim}, ${maturityText(now.score)} now.`);
  }
}
