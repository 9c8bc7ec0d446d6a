import type { CodeTexts, Recommendation } from '../../shared/model/recommendation.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import { codeOf, type Library } from './library.ts';

/** What an entry gives to a recommendation beside its words. */
export interface Part extends Pick<Recommendation, 'effort' | 'restart' | 'references'> {
  code: () => CodeTexts;
}

/** The entries that a record is made of, its own first: of the library, or read from files. */
export function partsIn(
  { library, source, parts, merged }: RecommendationRecord,
  { byId }: Pick<Library, 'byId'>,
): Part[] {
  const readIn = new Set(parts.map(({ id }) => id));
  const shipped = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []).map(shippedPart);
  return [
    ...shipped(library ? [library.id] : []),
    ...[...(source ? [source] : []), ...parts].map((one) => ({ ...one, code: () => one.code })),
    ...shipped(merged.filter((id) => !readIn.has(id))),
  ];
}

export const shippedPart = (entry: Recommendation): Part => ({ ...entry, code: () => codeOf(entry) });

/** The code of all of them, one after the other. */
export function codeIn(parts: readonly Part[]): CodeTexts {
  const codes = parts.map(({ code }) => code());
  const all = (kind: keyof CodeTexts) => {
    const texts = new Set(codes.flatMap((code) => code[kind] ?? []));
    return texts.size > 0 ? { [kind]: [...texts].join('\n') } : {};
  };
  return { ...all('terraform'), ...all('cli') };
}

export const referencesIn = (parts: readonly Part[]): string[] => [
  ...new Set(parts.flatMap(({ references }) => references)),
];

export const needsRestart = (parts: readonly Part[]): boolean => parts.some(({ restart }) => restart);
