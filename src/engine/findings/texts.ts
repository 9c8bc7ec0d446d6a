import type { Verdict } from '../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import { contentStore } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { digest53 } from './digest.ts';
import { tailOf } from './reference.ts';
import type { StoredVerdict, Verdicts } from './verdicts.ts';

/**
 * Texts of verdicts in the file. A snapshot that is judged again gives the same verdicts in the same order but for the
 * few that a new rule changes, so each is first held against the one that stands in its place in the last judgement.
 */
export class VerdictTexts {
  readonly #content;
  readonly #last: Verdicts | undefined;
  readonly #starts = new Map<string, number>();
  readonly #readRows = new Map<readonly string[], number>();
  #next = -1;

  constructor(db: Db<EngagementSchema>, last: Verdicts | undefined) {
    this.#content = contentStore(db);
    this.#last = last;
    for (const start of last?.starts ?? []) this.#starts.set(this.#name(start), start);
  }

  /** The verdicts of a check at another place begin, with that of the resource. */
  begin(check: string, resource: number): void {
    this.#next = this.#starts.get(`${check}|${resource}`) ?? -1;
  }

  put(
    check: string,
    { type, arn }: ResourceIdentity,
    resource: number,
    { reason, parameters, seen, saving, missing, subKey = '' }: Verdict,
    touched: readonly string[],
  ): { content: number; digest: number; tail: number } {
    const reads = this.#reads(touched);
    const digest = digest53([reason, parameters, seen, saving, missing, reads]);
    const last = this.#last;
    const place = this.#next;
    const stands =
      last !== undefined &&
      place >= 0 &&
      place < last.size &&
      last.resource[place] === resource &&
      last.checks[last.rule[place]!] === check;
    if (place >= 0) this.#next++;
    const tail =
      stands && last.tail && last.subKey(place) === subKey
        ? last.tail[place]!
        : tailOf(check, type, arn, subKey);
    if (stands && last.digest[place] === digest) return { content: last.content[place]!, digest, tail };
    const stored = { reason, parameters, seen, saving, missing, reads } as StoredVerdict;
    return { content: this.#content.put(JSON.stringify(stored)), digest, tail };
  }

  /** Row of a list of reads; the judge gives equal lists as one. */
  #reads(touched: readonly string[]): number {
    let row = this.#readRows.get(touched);
    if (row === undefined) {
      row = this.#content.put(JSON.stringify(touched));
      this.#readRows.set(touched, row);
    }
    return row;
  }

  #name(start: number): string {
    const last = this.#last!;
    return `${last.checks[last.rule[start]!]}|${last.resource[start]}`;
  }
}
