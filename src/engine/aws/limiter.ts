/** Calls per second that are polite to a production account; see docs/decisions/rate-limits.md. */
export interface Rate {
  start: number;
  most: number;
  burst: number;
}

const LEAST = 0.5;

/** By API family where a service is known to allow less than the rest. */
const rates: Record<string, Rate> = {
  cloudwatch: { start: 8, most: 20, burst: 10 },
  'cloudwatch:metrics': { start: 20, most: 50, burst: 25 },
  'elastic-load-balancing-v2': { start: 5, most: 10, burst: 10 },
  'cloudwatch-logs': { start: 4, most: 8, burst: 5 },
  iam: { start: 8, most: 15, burst: 15 },
  organizations: { start: 3, most: 5, burst: 5 },
  'service-quotas': { start: 4, most: 8, burst: 5 },
  'resource-groups-tagging-api': { start: 4, most: 8, burst: 5 },
};
const otherwise: Rate = { start: 10, most: 25, burst: 15 };

export interface Clock {
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

class Bucket {
  #rate: Rate;
  readonly #clock: Clock;
  #perSecond: number;
  #tokens: number;
  #filledAt: number;

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
    this.#perSecond = rate.start;
    this.#tokens = rate.burst;
    this.#filledAt = clock.now();
  }

  /** Milliseconds until the caller may go; the token is taken at once, so that callers queue in order. */
  take(): number {
    const now = this.#clock.now();
    this.#tokens = Math.min(
      this.#rate.burst,
      this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond,
    );
    this.#filledAt = now;
    this.#tokens -= 1;
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#perSecond) * 1000;
  }

  succeeded(): void {
    // Slowly up: a twentieth of a call per second for each call that went well.
    this.#perSecond = Math.min(this.#rate.most, this.#perSecond + 0.05);
  }

  throttled(): void {
    this.#perSecond = Math.min(this.#perSecond, Math.max(LEAST, this.#perSecond / 2));
    this.#tokens = Math.min(this.#tokens, 0);
  }

  /** Goes on in proportion: what throttling has taught is kept. */
  changeRate(rate: Rate): void {
    this.#perSecond *= rate.start / this.#rate.start;
    this.#tokens = Math.min(this.#tokens, rate.burst);
    this.#rate = rate;
  }

  get perSecond(): number {
    return this.#perSecond;
  }
}

/**
 * One bucket per account, region and API family, shared by everything that calls there: additive increase while
 * calls go well, halved when the service throttles.
 */
export class Limiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #clock: Clock;
  #pace: number;

  /** `pace` multiplies all rates: below 1 for an account that is to be spared, far above it for one of our own. */
  constructor(clock: Clock, pace = 1) {
    this.#clock = clock;
    this.#pace = pace;
  }

  /** Changes the pace of what is under way. Calls that wait already keep their turn. */
  setPace(pace: number): void {
    this.#pace = pace;
    for (const [id, bucket] of this.#buckets)
      bucket.changeRate(paced(id.slice(id.lastIndexOf('|') + 1), pace));
  }

  async wait(key: LimitKey, signal: AbortSignal): Promise<void> {
    const ms = this.#bucket(key).take();
    if (ms > 0) await this.#clock.sleep(ms, signal);
  }

  succeeded(key: LimitKey): void {
    this.#bucket(key).succeeded();
  }

  throttled(key: LimitKey): void {
    this.#bucket(key).throttled();
  }

  /** Present rate in calls per second. */
  perSecond(key: LimitKey): number {
    return this.#bucket(key).perSecond;
  }

  #bucket({ account, region, family }: LimitKey): Bucket {
    const id = `${account}|${region}|${family}`;
    let bucket = this.#buckets.get(id);
    if (!bucket) {
      bucket = new Bucket(paced(family, this.#pace), this.#clock);
      this.#buckets.set(id, bucket);
    }
    return bucket;
  }
}

const paced = (family: string, pace: number): Rate => {
  const { start, most, burst } = rateOf(family);
  return { start: start * pace, most: most * pace, burst: Math.max(1, burst * pace) };
};

/** The polite rate of an API family. */
export const rateOf = (family: string): Rate => rates[family] ?? otherwise;

export interface LimitKey {
  account: string;
  region: string;
  family: string;
}
