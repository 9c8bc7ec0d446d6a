import type { Events } from '../shared/contract/index.ts';
import type { Prompt } from '../shared/model/scan.ts';
import { uuidv7 } from '../shared/uuid.ts';
import { cannot } from './cannot.ts';

export type PromptAnswer = { kind: 'code'; code: string } | { kind: 'signed-in' } | { kind: 'cancelled' };

type Tell = <E extends 'prompt' | 'prompt.closed'>(event: E, data: Events[E]) => void;

interface Open {
  prompt: Prompt;
  answer: Promise<PromptAnswer>;
  settle(answer: PromptAnswer): void;
}

/**
 * Questions that only a person can answer, asked by an event and answered by a call. Whoever asks the same of the same
 * profile shares the question. One that nobody answers in time counts as declined, and the scan waits.
 */
export class Prompts {
  readonly #emit: Tell;
  readonly #patience: number;
  readonly #open = new Map<string, Open>();

  /** `patience` in milliseconds. */
  constructor(emit: Tell, patience: number) {
    this.#emit = emit;
    this.#patience = patience;
  }

  get open(): Prompt[] {
    return [...this.#open.values()].map(({ prompt }) => prompt);
  }

  async mfa(serial: string, profile: string, signal: AbortSignal): Promise<string> {
    const answer = await this.#ask({ kind: 'mfa', profile, serial, account: null, command: null }, signal);
    if (answer.kind === 'code') return answer.code;
    throw cannot('mfa-needed', 'aws.mfaNotGiven', { serial, profile });
  }

  /** False when nobody signed in. */
  async signIn(
    { account, profile, command }: Pick<Prompt, 'account' | 'profile' | 'command'>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const answer = await this.#ask({ kind: 'sign-in', account, profile, command, serial: null }, signal);
    return answer.kind === 'signed-in';
  }

  answer(id: string, answer: PromptAnswer): void {
    for (const open of this.#open.values()) if (open.prompt.id === id) open.settle(answer);
  }

  async #ask(question: Omit<Prompt, 'id'>, signal: AbortSignal): Promise<PromptAnswer> {
    const key = `${question.kind} ${question.profile}`;
    let open = this.#open.get(key);
    if (!open) {
      open = this.#put(key, { ...question, id: uuidv7() });
      this.#emit('prompt', open.prompt);
    }
    const decline = () => open.settle({ kind: 'cancelled' });
    signal.addEventListener('abort', decline, { once: true });
    try {
      return await open.answer;
    } finally {
      signal.removeEventListener('abort', decline);
    }
  }

  #put(key: string, prompt: Prompt): Open {
    const { promise, resolve } = Promise.withResolvers<PromptAnswer>();
    const timer = setTimeout(() => settle({ kind: 'cancelled' }), this.#patience);
    const settle = (answer: PromptAnswer) => {
      if (this.#open.get(key) !== open) return;
      this.#open.delete(key);
      clearTimeout(timer);
      this.#emit('prompt.closed', { id: prompt.id });
      resolve(answer);
    };
    const open: Open = { prompt, answer: promise, settle };
    this.#open.set(key, open);
    return open;
  }
}
