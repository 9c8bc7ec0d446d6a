import { contentStore } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Verdicts } from './verdicts.ts';

/**
 * Texts of verdicts in the file. A snapshot that is judged again gives the same verdicts in the same order but for the
 * few that a new rule changes, so each is first held against the one that stands in its place in the last judgement.
 */
export class VerdictTexts {
  readonly #content;
  readonly #last: Verdicts | undefined;
  readonly #starts = new Map<string, number>();
  readonly #reads = new Map<readonly string[], number>();
  #next = -1;

  constructor(db: Db<EngagementSchema>, last: Verdicts | undefined) {
    this.#content = contentStore(db);
    this.#last = last;
    for (const start of last?.starts ?? []) this.#starts.set(this.#name(start), start);
  }

  /** Row of a list of reads; the judge gives equal lists as one. */
  reads(touched: readonly string[]): number {
    let row = this.#reads.get(touched);
    if (row === undefined) {
      row = this.#content.put(JSON.stringify(touched));
      this.#reads.set(touched, row);
    }
    return row;
  }

  /** The verdicts of a check at another place begin, with that of the resource. */
  begin(check: string, resource: number): void {
    this.#next = this.#starts.get(`${check}|${resource}`) ?? -1;
  }

  put(check: string, resource: number, text: string): { content: number; digest: number } {
    const digest = digest53(text);
    const last = this.#last;
    const place = this.#next;
    if (last && place >= 0 && place < last.size) {
      this.#next++;
      if (
        last.digest[place] === digest &&
        last.resource[place] === resource &&
        last.checks[last.rule[place]!] === check
      )
        return { content: last.content[place]!, digest };
    }
    return { content: this.#content.put(text), digest };
  }

  #name(start: number): string {
    const last = this.#last!;
    return `${last.checks[last.rule[start]!]}|${last.resource[start]}`;
  }
}

/** cyrb53 (bryc, public domain): 53 bits, as many as a number holds exactly; it is compared with one other only. */
function digest53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
