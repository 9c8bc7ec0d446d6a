import type { Evidence, EvidenceLink } from '../../shared/model/records/evidence.ts';

/** Pieces that are linked to recommendations which went into another, linked to that one instead. */
export function followed(
  pieces: readonly Evidence[],
  { gone, into }: { gone: ReadonlySet<string>; into: string },
): Evidence[] {
  const went = ({ kind, id }: EvidenceLink) => kind === 'recommendation' && gone.has(id);
  const isThere = ({ kind, id }: EvidenceLink) => kind === 'recommendation' && id === into;
  return pieces
    .filter(({ links }) => links.some(went))
    .map((piece) => ({
      ...piece,
      links: [
        ...piece.links.filter((link) => !went(link) && !isThere(link)),
        { kind: 'recommendation', id: into },
      ],
    }));
}
