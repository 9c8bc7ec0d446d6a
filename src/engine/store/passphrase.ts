import { cannot } from '../cannot.ts';

const SHORTEST = 8;
/** Of zxcvbn's 0 to 4: more than 10^8 guesses, which a key derivation of SQLCipher's makes years of. */
const LEAST_SCORE = 3;

/** Refuses a passphrase that is too short to keep anybody out. */
export function assertLongEnough(passphrase: string): void {
  if (passphrase.length < SHORTEST)
    throw cannot('weak-passphrase', 'passphrase.short', { has: passphrase.length, least: SHORTEST });
}

/** Refuses one that is short or easily guessed; `known` are words that a guesser would try, such as the client's name. */
export async function assertStrong(passphrase: string, known: readonly string[]): Promise<void> {
  assertLongEnough(passphrase);
  if ((await strengthOf(passphrase, known)) < LEAST_SCORE)
    throw cannot('weak-passphrase', 'passphrase.guessed');
}

/** How good a passphrase is, before it is used. */
export async function measure(
  passphrase: string,
  known: readonly string[],
): Promise<{ score: number; longEnough: boolean; enough: boolean }> {
  const score = await strengthOf(passphrase, known);
  const longEnough = passphrase.length >= SHORTEST;
  return { score, longEnough, enough: longEnough && score >= LEAST_SCORE };
}

/** 0 (guessed at once) to 4 (not to be guessed), by zxcvbn. */
async function strengthOf(passphrase: string, known: readonly string[]): Promise<number> {
  // Dictionaries of some hundred thousand words: loaded when somebody asks.
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const meter = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return meter.check(passphrase.slice(0, 128), [...known]).score;
}
