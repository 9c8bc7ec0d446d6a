import type { Decision, DecisionScope } from '../../shared/model/decision.ts';
import { precedence } from '../../shared/model/decision.ts';
import type { Verdicts } from '../findings/verdicts.ts';

/** Where in a file the things are that decisions name. Asked once of each. */
export interface Places {
  /** Rows of the resources with that identity: one or none. */
  resourceRow(resource: { account: string; region: string; type: string; arn: string }): number | undefined;
  /** Account of a resource. */
  accountOf(row: number): string;
  /** Rows of the resources that carry the tag. */
  tagged(key: string, value: string): Iterable<number>;
}

/** Verdicts from `start` up to, but not including, `end`. */
type Range = readonly [start: number, end: number];

/**
 * Finds the verdicts that a scope covers without looking at all of them: checks and accounts are whole chunks, and the
 * verdicts of a resource stand in a list of their own. Made once for each judgement; painting some hundred decisions
 * over half a million verdicts then takes milliseconds.
 */
export class ScopeIndex {
  readonly #verdicts: Verdicts;
  readonly #places: Places;
  /** Verdicts in the order of their resources, and where those of each resource begin. */
  #byResource: { at: Int32Array; starts: Int32Array } | undefined;
  #chunks: { check: string; account: string; range: Range }[] | undefined;
  readonly #found = new WeakMap<DecisionScope, readonly Range[] | Int32Array>();

  constructor(verdicts: Verdicts, places: Places) {
    this.#verdicts = verdicts;
    this.#places = places;
  }

  /** For each verdict the place of its decision in the list, plus one; 0: none. */
  paint(decisions: readonly Decision[], today: string): Uint16Array {
    const painted = new Uint16Array(this.#verdicts.size);
    const places = new Map(decisions.map((decision, place) => [decision, place + 1]));
    // What goes before is painted later, over the others.
    for (const decision of [...decisions].sort(precedence(today)).reverse()) {
      const place = places.get(decision)!;
      const covered = this.covered(decision.scope);
      if (covered instanceof Int32Array) for (const verdict of covered) painted[verdict] = place;
      else for (const [start, end] of covered) painted.fill(place, start, end);
    }
    return painted;
  }

  /** Verdicts that a scope covers, as ranges or one by one. */
  covered(scope: DecisionScope): readonly Range[] | Int32Array {
    let found = this.#found.get(scope);
    if (!found) {
      found = this.#find(scope);
      this.#found.set(scope, found);
    }
    return found;
  }

  #find(scope: DecisionScope): readonly Range[] | Int32Array {
    const { rule, checks, subKey } = this.#verdicts;
    switch (scope.kind) {
      case 'finding': {
        const number = checks.indexOf(scope.check);
        const row = this.#places.resourceRow(scope.resource);
        return this.#of(row).filter(
          (verdict) => rule[verdict] === number && subKey(verdict) === scope.subKey,
        );
      }
      case 'resource':
        return this.#of(this.#places.resourceRow(scope.resource));
      case 'check':
        return this.#chunksWhere(({ check }) => check === scope.check);
      case 'account':
        return this.#chunksWhere(
          ({ check, account }) => account === scope.account && (scope.check ?? check) === check,
        );
      case 'tag': {
        const number = scope.check === null ? undefined : checks.indexOf(scope.check);
        const found: number[] = [];
        for (const row of this.#places.tagged(scope.key, scope.value))
          for (const verdict of this.#of(row))
            if (number === undefined || rule[verdict] === number) found.push(verdict);
        return Int32Array.from(found);
      }
    }
  }

  #of(row: number | undefined): Int32Array {
    if (row === undefined) return new Int32Array(0);
    const { at, starts } = this.#resources();
    return at.subarray(starts[row] ?? 0, starts[row + 1] ?? 0);
  }

  #resources() {
    if (this.#byResource) return this.#byResource;
    const { resource, size } = this.#verdicts;
    let most = 0;
    for (let verdict = 0; verdict < size; verdict++) most = Math.max(most, resource[verdict]!);
    const starts = new Int32Array(most + 2);
    for (let verdict = 0; verdict < size; verdict++) starts[resource[verdict]! + 1]!++;
    for (let row = 0; row <= most; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice();
    const at = new Int32Array(size);
    for (let verdict = 0; verdict < size; verdict++) at[next[resource[verdict]!]!++] = verdict;
    this.#byResource = { at, starts };
    return this.#byResource;
  }

  /** A chunk is of one check at one place. */
  #chunksWhere(wanted: (chunk: { check: string; account: string }) => boolean): Range[] {
    const { starts, size, checks, rule, resource } = this.#verdicts;
    this.#chunks ??= starts.flatMap((start, i) => {
      const end = starts[i + 1] ?? size;
      if (start === end) return [];
      return [
        {
          check: checks[rule[start]!]!,
          account: this.#places.accountOf(resource[start]!),
          range: [start, end] as const,
        },
      ];
    });
    return this.#chunks.filter(wanted).map(({ range }) => range);
  }
}
