import type { Command } from 'commander';
import type { z } from 'zod';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';
import { type EvidenceLink, linkKinds } from '../shared/model/records/evidence.ts';
import { actionsNamed, adoptedNamed } from './actions.ts';
import { allQuestions, questionNamed } from './checklists.ts';
import { number } from './format.ts';
import { globals, type Terminal } from './terminal.ts';

type Piece = z.output<Contract['evidence']['page']['result']>['pieces'][number];

/** What a piece shows, as it is typed: each of them several times. */
export interface Shown {
  answer: string[];
  finding: string[];
  recommendation: string[];
  system: string[];
}

export interface About {
  title?: string | undefined;
  note?: string | undefined;
  until?: string | undefined;
}

export async function addPiece(
  terminal: Terminal,
  command: Command,
  path: string,
  { title, note, until, ...shown }: About & Shown,
): Promise<void> {
  await terminal.openEngagement(command, 'write');
  // Before the file is read in: what it is for has to be there.
  const links = await linksOf(terminal, shown);
  const result = await terminal.client.evidence.addFile({ path, title, note, expiresOn: until, links });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const { piece } = result;
  terminal.print(
    `Added '${piece.title}': ${piece.kind}, ${number(piece.original.bytes)} bytes, SHA-256 ${piece.original.sha256}.`,
  );
  showLinks(terminal, piece);
}

export async function removePiece(terminal: Terminal, command: Command, wanted: string): Promise<void> {
  await terminal.openEngagement(command, 'write');
  const { id, title, links } = await pieceNamed(terminal, wanted);
  const result = await terminal.client.evidence.remove({ id });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  terminal.print(`Removed '${title}'.`);
  for (const { kind, name } of links) terminal.print(`It no longer speaks for the ${kind}: ${name}`);
}

export async function linkPiece(
  terminal: Terminal,
  command: Command,
  wanted: string,
  shown: Shown,
): Promise<void> {
  await terminal.openEngagement(command, 'write');
  const { id } = await pieceNamed(terminal, wanted);
  for (const link of await linksOf(terminal, shown)) await terminal.client.evidence.link({ id, link });
  await showPiece(terminal, command, id);
}

export async function unlinkPiece(
  terminal: Terminal,
  command: Command,
  wanted: string,
  shown: Shown,
): Promise<void> {
  await terminal.openEngagement(command, 'write');
  const piece = await pieceNamed(terminal, wanted);
  for (const { kind, id } of await linksOn(terminal, piece, shown))
    await terminal.client.evidence.unlink({ id: piece.id, link: { kind, id } });
  await showPiece(terminal, command, piece.id);
}

async function showPiece(terminal: Terminal, command: Command, id: string): Promise<void> {
  const piece = await terminal.client.evidence.get({ id });
  if (globals(command).json) {
    terminal.json(piece);
    return;
  }
  terminal.print(`'${piece.title}'`);
  showLinks(terminal, piece);
}

function showLinks(terminal: Terminal, { links }: Pick<Piece, 'links'>): void {
  for (const { kind, name } of links) terminal.print(`For the ${kind}: ${name}`);
  if (links.length === 0)
    terminal.print(
      'It is for nothing yet: --answer, --finding, --recommendation and --system say what it shows.',
    );
}

/** The piece of that id, or of the end of it that the list shows. */
async function pieceNamed({ client }: Terminal, wanted: string): Promise<Piece> {
  const { pieces } = await client.evidence.page({ limit: 1000 });
  const found = pieces.filter(({ id }) => wanted !== '' && id.endsWith(wanted));
  if (found.length === 1) return found[0]!;
  throw new FieldbookError(
    'bad-input',
    found.length > 1
      ? `More than one piece of evidence ends in ${wanted}.`
      : `There is no piece of evidence ${wanted}.`,
    "Take an id from 'fieldbook evidence'.",
  );
}

/** What is to be linked, all of which has to be in the engagement. */
async function linksOf(
  { client }: Terminal,
  { answer, finding, recommendation, system }: Shown,
): Promise<EvidenceLink[]> {
  const questions = answer.length > 0 ? await allQuestions(client, {}) : [];
  const found = await Promise.all(finding.map((one) => client.findings.get({ finding: one })));
  // A proposal has no id that lasts: it gets one when it is adopted.
  const actions = await Promise.all(recommendation.map((id) => adoptedNamed(client, id)));
  const systems = system.length > 0 ? (await client.inventory.page({ limit: 1000 })).systems : [];
  return [
    ...answer.map((id) => ({ kind: 'answer' as const, id: questionNamed(questions, id).item.id })),
    ...found.map(({ ref }) => ({ kind: 'finding' as const, id: ref })),
    ...actions.map(({ id }) => ({ kind: 'recommendation' as const, id })),
    ...system.map((name) => ({ kind: 'system' as const, id: systemNamed(systems, name).id })),
  ];
}

function systemNamed<S extends { id: string; name: string }>(systems: readonly S[], wanted: string): S {
  const found = systems.find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.trim().toLowerCase(),
  );
  if (found) return found;
  throw new FieldbookError(
    'bad-input',
    `There is no system '${wanted}'.`,
    "'fieldbook systems' lists those there are.",
  );
}

/** Which of its links are meant. What they lead to may be gone: then they go by the id that is left. */
async function linksOn({ client }: Terminal, piece: Piece, shown: Shown): Promise<Piece['links']> {
  const actions = await Promise.all(
    shown.recommendation.map((id) =>
      actionsNamed(client, [id]).then(
        ([one]) => one!.id,
        () => id,
      ),
    ),
  );
  const typed = {
    ...shown,
    finding: shown.finding.map((one) => one.trim().toUpperCase()),
    recommendation: actions,
  };
  const wanted = linkKinds.flatMap((kind) => typed[kind].map((id) => ({ kind, id })));
  const those = piece.links.map(({ kind, id, name }) =>
    kind === 'system' ? `--system '${name}'` : `--${kind} ${id} (${name})`,
  );
  const next = those.length === 0 ? 'It is linked to nothing.' : `It is linked to:\n  ${those.join('\n  ')}`;
  if (wanted.length === 0)
    throw new FieldbookError('bad-input', 'Which link is taken off was not said.', next);
  return wanted.map(({ kind, id }) => {
    const link = piece.links.find(
      (one) => one.kind === kind && (one.id === id || one.name.toLowerCase() === id.toLowerCase()),
    );
    if (link) return link;
    throw new FieldbookError('bad-input', `'${piece.title}' is not linked to the ${kind} ${id}.`, next);
  });
}
