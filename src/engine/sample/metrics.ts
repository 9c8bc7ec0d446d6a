import { fraction } from './ids.ts';

/** What CloudWatch has of a metric for one day; undefined: it was not emitted. */
export interface Point {
  Average: number;
  Maximum: number;
  Minimum: number;
  Sum: number;
  SampleCount: number;
}

/** A metric by the day: days are counted since 1970 in UTC. */
export type Daily = (day: number) => Point | undefined;

const DAY = 86_400_000;
/** Basic monitoring gives a value every five minutes. */
const SAMPLES = 288;

export const dayOf = (date: Date): number => Math.floor(date.getTime() / DAY);

/** Weekends are quieter, and no day is like the other; `name` makes it the same every time. */
function swing(name: string, day: number): number {
  const weekend = [2, 3].includes(day % 7) ? 0.72 : 1;
  return weekend * (0.94 + 0.12 * fraction(`${name}|${day}`));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A level that is always emitted, such as CPU utilization: its mean and its highest value. */
export const level =
  (name: string, average: number, maximum: number, since?: Date): Daily =>
  (day) => {
    if (since && day < dayOf(since)) return undefined;
    const factor = swing(name, day);
    const mean = round(average * factor);
    return {
      Average: mean,
      Maximum: round(Math.max(mean, maximum * factor)),
      Minimum: round(mean * 0.4),
      Sum: round(mean * SAMPLES),
      SampleCount: SAMPLES,
    };
  };

/** The same value all day long, such as free space or the size of a bucket. */
export const constant =
  (value: number, since?: Date): Daily =>
  (day) =>
    since && day < dayOf(since)
      ? undefined
      : { Average: value, Maximum: value, Minimum: value, Sum: value, SampleCount: 1 };

/** Something that is counted, such as requests or bytes: how many a day. */
export const count =
  (name: string, perDay: number, since?: Date): Daily =>
  (day) => {
    if (since && day < dayOf(since)) return undefined;
    const sum = Math.round(perDay * swing(name, day));
    return {
      Average: round(sum / SAMPLES),
      Maximum: round((sum / SAMPLES) * 3),
      Minimum: 0,
      Sum: sum,
      SampleCount: SAMPLES,
    };
  };

/** The metric as CloudWatch gives it in points of a period, in seconds. */
export function datapoints(
  daily: Daily,
  from: Date,
  to: Date,
  period: number,
): (Point & { Timestamp: Date })[] {
  const points = [];
  const step = period * 1000;
  // CloudWatch rounds the start down to the minute, and counts the periods from there.
  for (let at = Math.floor(from.getTime() / 60_000) * 60_000; at < to.getTime(); at += step) {
    const point = daily(Math.floor(at / DAY));
    if (!point) continue;
    const share = Math.min(1, step / DAY);
    points.push({
      ...point,
      Sum: round(point.Sum * share),
      SampleCount: Math.max(1, point.SampleCount * share),
      Timestamp: new Date(at),
    });
  }
  return points;
}
