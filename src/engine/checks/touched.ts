/**
 * The reads that a verdict rests on, in the order in which they were touched. Most verdicts of a check rest on the same
 * ones, so equal lists are one object: half a million verdicts share a few hundred lists.
 */
export class TouchedReads {
  static readonly none = (): TouchedReads => new TouchedReads([]);

  readonly ids: readonly string[];
  readonly #longer = new Map<string, TouchedReads>();

  private constructor(ids: readonly string[]) {
    this.ids = ids;
  }

  /** This list and one more, unless it has it already. */
  with(read: string): TouchedReads {
    if (this.ids.includes(read)) return this;
    let longer = this.#longer.get(read);
    if (!longer) {
      longer = new TouchedReads([...this.ids, read]);
      this.#longer.set(read, longer);
    }
    return longer;
  }
}
