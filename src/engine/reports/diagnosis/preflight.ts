import type { Texts } from '../../texts.ts';
import type { Typeface } from '../fonts.ts';
import { codePointName, missingGlyphs } from '../glyphs.ts';
import { contrast, hexColour } from '../layout/colour.ts';
import type { DiagnosisInput } from './input.ts';
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

const blocks = (code: ProblemCode, where: string, parameters: Problem['parameters'] = {}): Problem => ({
  code,
  blocks: true,
  where,
  parameters,
});

const warns = (code: ProblemCode, where: string, parameters: Problem['parameters'] = {}): Problem => ({
  ...blocks(code, where, parameters),
  blocks: false,
});

/** Looks the input over before anything is set. Blocking problems first. */
export function preflight(input: DiagnosisInput, texts: Texts): Problem[] {
  const problems = [
    ...missingTexts(input, texts),
    ...logoProblems('branding.clientLogo', input.branding.clientLogo),
    ...logoProblems('branding.consultantLogo', input.branding.consultantLogo),
    ...accentProblems(input.branding.accent),
    ...(input.snapshot.finishedAt === null ? [warns('snapshot-unfinished', 'snapshot')] : []),
    ...(input.snapshot.reads.ok === 0 ? [warns('nothing-read', 'snapshot')] : []),
    ...glyphProblems(input),
  ];
  return [...problems.filter((problem) => problem.blocks), ...problems.filter((problem) => !problem.blocks)];
}

function missingTexts({ checks, findings }: DiagnosisInput, texts: Texts): Problem[] {
  const run = new Set(checks.map((check) => check.id));
  const orphans = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const { id } of checks)
    for (const part of ['title', 'risk', 'steps']) keys.set(`checks.${id}.${part}`, id);
  for (const { ref, checkId, verdict } of findings) {
    if (!run.has(checkId)) orphans.set(checkId, orphans.get(checkId) ?? ref);
    if (verdict.reason !== 'unread') keys.set(`checks.${checkId}.reasons.${verdict.reason}`, ref);
  }
  return [
    ...[...orphans].map(([check, ref]) => blocks('check-missing', ref, { check })),
    ...[...keys]
      .filter(([key]) => !texts.has(key))
      .map(([key, where]) => blocks('text-missing', where, { key, language: texts.language })),
  ];
}

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

/** Every text of the input that is printed, with the face it is printed in. */
function* printed(input: DiagnosisInput): Generator<[where: string, text: string, typeface: Typeface]> {
  const { engagement, snapshot, findings, resources, gaps, savings } = input;
  yield ['engagement.client', engagement.client, 'sans'];
  yield ['engagement.consultant', engagement.consultant, 'sans'];
  yield ['engagement.scope', engagement.scope, 'sans'];
  yield ['savings.disclaimer', savings.disclaimer, 'sans'];
  for (const account of snapshot.accounts) {
    yield [account.id, account.name, 'sans'];
    yield [account.id, account.refused ?? '', 'sans'];
  }
  for (const gap of gaps) yield [gap.read, gap.message, 'sans'];
  for (const resource of resources) {
    yield [resource.arn, resource.name, 'sans'];
    yield [resource.arn, resource.arn, 'mono'];
  }
  for (const { ref, resource, verdict, fix } of findings) {
    yield [ref, resource.name, 'sans'];
    yield [ref, resource.arn, 'mono'];
    for (const value of Object.values(verdict.parameters ?? {}))
      for (const one of Array.isArray(value) ? value : [value]) yield [ref, String(one), 'sans'];
    yield [ref, verdict.saving?.basis ?? '', 'sans'];
    yield [ref, fix.cli ?? '', 'mono'];
    yield [ref, fix.terraform ?? '', 'mono'];
  }
}

const named = 8;

/** Each character once, at the place where it is met first: a script that no face has is one problem, not thousands. */
function glyphProblems(input: DiagnosisInput): Problem[] {
  const met = new Set<string>();
  const byPlace = new Map<string, string[]>();
  for (const [where, text, typeface] of printed(input))
    for (const character of missingGlyphs(text, typeface)) {
      if (met.has(character)) continue;
      met.add(character);
      byPlace.set(where, [...(byPlace.get(where) ?? []), codePointName(character.codePointAt(0)!)]);
    }
  return [...byPlace].map(([where, characters]) =>
    warns('glyphs-missing', where, { characters: characters.slice(0, named), count: characters.length }),
  );
}
