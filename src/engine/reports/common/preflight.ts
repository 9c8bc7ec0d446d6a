import { contrast, hexColour } from '../../../shared/colour.ts';
import type { Texts } from '../../texts.ts';
import type { Typeface } from '../fonts.ts';
import { codePointName, missingGlyphs } from '../glyphs.ts';
import type { ReportFinding, ReportInput } from './input.ts';
import { readLogo } from './logo-file.ts';

export const problemCodes = [
  'glyphs-missing',
  'text-missing',
  'check-missing',
  'logo-unreadable',
  'logo-format',
  'logo-too-large',
  'logo-large',
  'logo-embeds',
  'logo-text',
  'accent-unknown',
  'accent-pale',
  'snapshot-unfinished',
  'nothing-read',
  'no-actions',
  'nothing-adopted',
  'actions-unplanned',
  'actions-undated',
  'actions-unowned',
  'action-wordless',
  'findings-uncovered',
  'same-snapshot',
  'sides-reversed',
  'nothing-changed',
  'not-rechecked',
  'rules-differ',
  'no-answers',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What will not print as it stands. Its sentence is `report.preflight.<code>` with the parameters. */
export interface Problem {
  code: ProblemCode;
  /** No PDF is made; else it prints, but not as somebody might expect. */
  blocks: boolean;
  /** Where in the input, such as `engagement.client` or the reference of a finding. */
  where: string;
  parameters: Record<string, string | number | readonly string[]>;
}

export const blocks = (
  code: ProblemCode,
  where: string,
  parameters: Problem['parameters'] = {},
): Problem => ({
  code,
  blocks: true,
  where,
  parameters,
});

export const warns = (code: ProblemCode, where: string, parameters: Problem['parameters'] = {}): Problem => ({
  ...blocks(code, where, parameters),
  blocks: false,
});

/** A text of the input that is printed, with the face it is printed in. */
export type Printed = [where: string, text: string, typeface: Typeface];

/** What can be wrong with any report; `printed` are the texts that this kind prints besides. Blocking problems first. */
export function commonProblems(input: ReportInput, printed: Iterable<Printed>, own: Problem[]): Problem[] {
  const { snapshot, branding } = input;
  const problems = [
    ...own,
    ...logoProblems('branding.clientLogo', branding.clientLogo),
    ...logoProblems('branding.consultantLogo', branding.consultantLogo),
    ...accentProblems(branding.accent),
    ...(snapshot.finishedAt === null ? [warns('snapshot-unfinished', 'snapshot')] : []),
    ...(snapshot.reads.ok === 0 ? [warns('nothing-read', 'snapshot')] : []),
    ...glyphProblems([...printedCommon(input), ...printed]),
  ];
  return [...problems.filter((problem) => problem.blocks), ...problems.filter((problem) => !problem.blocks)];
}

/** Keys of texts that are missing, each with the first place that needs it. */
export const missingTexts = (keys: ReadonlyMap<string, string>, texts: Texts): Problem[] =>
  [...keys]
    .filter(([key]) => !texts.has(key))
    .map(([key, where]) => blocks('text-missing', where, { key, language: texts.language }));

const accentProblems = (accent: string | null): Problem[] => {
  if (accent === null) return [];
  const hex = hexColour(accent);
  if (!hex) return [warns('accent-unknown', 'branding.accent', { colour: accent })];
  return contrast(hex, '#ffffff') < 4.5 ? [warns('accent-pale', 'branding.accent', { colour: accent })] : [];
};

/** Bytes and pixels beyond which a logo is refused, and the pixels that print sharp at its size on the cover. */
export const logoLimits = { bytes: 5_000_000, pixels: 6000, useful: 1600 };

function logoProblems(where: string, logo: string | null): Problem[] {
  if (logo === null) return [];
  const read = readLogo(logo);
  if (read.kind === 'unreadable') return [blocks('logo-unreadable', where, { reason: read.reason })];
  if (read.kind === 'other') return [blocks('logo-format', where, { format: read.format })];
  const problems: Problem[] = [];
  if (read.bytes > logoLimits.bytes || (read.kind === 'raster' && read.side > logoLimits.pixels))
    return [
      blocks('logo-too-large', where, {
        bytes: read.bytes,
        limit: logoLimits.bytes,
        pixels: read.kind === 'raster' ? read.side : 0,
        limitPixels: logoLimits.pixels,
      }),
    ];
  if (read.kind === 'raster' && read.side > logoLimits.useful)
    problems.push(warns('logo-large', where, { pixels: read.side, useful: logoLimits.useful }));
  if (read.kind === 'svg' && read.embeds.length > 0)
    problems.push(blocks('logo-embeds', where, { parts: read.embeds }));
  if (read.kind === 'svg' && read.text) problems.push(warns('logo-text', where));
  return problems;
}

function* printedCommon({ engagement, snapshot, gaps }: ReportInput): Generator<Printed> {
  yield ['engagement.client', engagement.client, 'sans'];
  yield ['engagement.consultant', engagement.consultant, 'sans'];
  yield ['engagement.scope', engagement.scope, 'sans'];
  for (const account of snapshot.accounts) {
    yield [account.id, account.name, 'sans'];
    yield [account.id, account.refused ?? '', 'sans'];
  }
  for (const gap of gaps) yield [gap.read, gap.message, 'sans'];
}

/** What is printed of a finding. */
export function* printedFinding({
  ref,
  resource,
  verdict,
  fix,
  decision,
}: ReportFinding): Generator<Printed> {
  for (const text of decision ? [decision.reason, decision.owner, decision.by, decision.scope] : [])
    yield [ref, text, 'sans'];
  yield [ref, resource.name, 'sans'];
  yield [ref, resource.arn, 'mono'];
  for (const value of Object.values(verdict.parameters ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) yield [ref, String(one), 'sans'];
  yield [ref, verdict.saving?.basis ?? '', 'sans'];
  yield [ref, fix.cli ?? '', 'mono'];
  yield [ref, fix.terraform ?? '', 'mono'];
}

const named = 8;

/** Each character once, at the place where it is met first: a script that no face has is one problem, not thousands. */
function glyphProblems(printed: readonly Printed[]): Problem[] {
  const met = new Set<string>();
  const byPlace = new Map<string, string[]>();
  for (const [where, text, typeface] of printed)
    for (const character of missingGlyphs(text, typeface)) {
      if (met.has(character)) continue;
      met.add(character);
      byPlace.set(where, [...(byPlace.get(where) ?? []), codePointName(character.codePointAt(0)!)]);
    }
  return [...byPlace].map(([where, characters]) =>
    warns('glyphs-missing', where, { characters: characters.slice(0, named), count: characters.length }),
  );
}
