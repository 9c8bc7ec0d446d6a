/** The answers to the last few questions. */
export class Recent<T> {
  readonly #most: number;
  readonly #answers = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    const known = this.#answers.get(key);
    if (known !== undefined) this.set(key, known);
    return known;
  }

  clear(): void {
    this.#answers.clear();
  }

  set(key: string, answer: T): T {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#most) this.#answers.delete(this.#answers.keys().next().value!);
    return answer;
  }
}
