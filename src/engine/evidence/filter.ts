import type { z } from 'zod';
import type { EvidenceFilter } from '../../shared/contract/evidence.ts';
import type { Contract } from '../../shared/contract/index.ts';
import {
  type Evidence,
  type EvidenceLink,
  evidenceKinds,
  expiries,
  expiryOn,
  linkKinds,
} from '../../shared/model/records/evidence.ts';

type Counts = z.output<Contract['evidence']['page']['result']>['counts'];

export const sameLink = (a: EvidenceLink, b: EvidenceLink): boolean => a.kind === b.kind && a.id === b.id;

/** True for a piece that a filter lets through; each part of it must be met. */
export function passes(piece: Evidence, filter: EvidenceFilter, today: string): boolean {
  const { text, kinds, expiries, linked, link } = filter;
  const words = text?.trim().toLowerCase();
  return (
    (!words || `${piece.title}\n${piece.file}\n${piece.note}`.toLowerCase().includes(words)) &&
    (!kinds?.length || kinds.includes(piece.kind)) &&
    (!expiries?.length || expiries.includes(expiryOn(piece.expiresOn, today))) &&
    (!linked?.length || linkedTo(piece).some((kind) => linked.includes(kind))) &&
    (!link || piece.links.some((one) => sameLink(one, link)))
  );
}

export function countsOf(pieces: readonly Evidence[], today: string): Counts {
  const count = <V extends string>(values: readonly V[], of: (piece: Evidence) => readonly V[]) =>
    Object.fromEntries(
      values.map((value) => [value, pieces.filter((piece) => of(piece).includes(value)).length]),
    ) as Record<V, number>;
  return {
    all: pieces.length,
    kinds: count(evidenceKinds, ({ kind }) => [kind]),
    expiries: count(expiries, ({ expiresOn }) => [expiryOn(expiresOn, today)]),
    linked: count([...linkKinds, 'none'], linkedTo),
  };
}

const linkedTo = ({ links }: Evidence): (EvidenceLink['kind'] | 'none')[] =>
  links.length === 0 ? ['none'] : links.map(({ kind }) => kind);
