import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { textsOf } from '../engine/texts.ts';
import type { Aspect } from '../shared/model/aspect.ts';
import type { Severity, Status } from '../shared/model/finding.ts';
import { type Currency, formatMoney } from '../shared/model/money.ts';
import type { Dimension } from '../shared/model/records/checklist.ts';
import { words } from '../shared/words.ts';
import type { Terminal } from './terminal.ts';

/** Severity and status by shape and word; colour only adds to it. */
const severityMarks: Record<Severity, [string, Parameters<Terminal['style']>[0]]> = {
  critical: ['◆', 'redBright'],
  high: ['▲', 'yellow'],
  medium: ['■', 'cyan'],
  low: ['●', 'blue'],
};

export const severityMark = (terminal: Terminal, severity: Severity): string => {
  const [mark, style] = severityMarks[severity];
  return terminal.style(style, `${mark} ${severity}`);
};

export const statusMark = (terminal: Terminal, status: Status): string =>
  status === 'unknown' ? terminal.style('dim', '? unknown') : status;

/** Over a part of what is shown. */
export const heading = (terminal: Terminal, text: string): void =>
  terminal.print(`\n${terminal.style('bold', text)}`);

export const money = (micros: number, currency: Currency = 'USD'): string =>
  formatMoney(micros, currency, 'en-US');

export const { number, percent } = words({}, 'en-US');

export const scoreText = (score: number | null): string => (score === null ? '–' : String(Math.round(score)));

export const day = (moment: string): string => moment.slice(0, 10);

/** A bar of eighths, for scores in a terminal. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(share * width * 8);
  const full = '█'.repeat(Math.floor(eighths / 8));
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]!;
  return (full + rest).padEnd(width, '·');
}

/** An end of the id that tells snapshots apart; every command takes it. */
export const shortId = (id: string): string => id.slice(-8);

/** The program speaks English; findings come in the engagement's language. */
const texts = textsOf('en');

/** For calls whose sentences are the program's own, whatever the engagement's language. */
export const inEnglish = { language: 'en' } as const;

export const aspectName = (aspect: Aspect): string => texts.t(`findings.aspects.${aspect}`);
const dimensionNames = { aspect: 'Aspect', stage: 'Stage of DevOps', principle: 'Principle' };
export const dimensionName = (dimension: Dimension): string => dimensionNames[dimension];
export const valueName = (dimension: Dimension, value: string): string =>
  texts.t(dimension === 'aspect' ? `findings.aspects.${value}` : `checklists.${dimension}s.${value}`);
/** What of a question is another in a newer version. */
export const itemChangeName = (what: string): string => texts.t(`pages.checklists.upgrade.what.${what}`);
export const denialWords = (denial: string): string => texts.t(`findings.denials.${denial}`);

/** A whole number from the command line, 0 or more. */
export const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError(`'${text}' is no whole number.`);
  return value;
};

/** A day from the command line. */
export const dayOf = (text: string): string => {
  if (z.iso.date().safeParse(text).success) return text;
  throw new InvalidArgumentError(`'${text}' is no day such as 2027-01-11.`);
};

/** The same where 'none' takes a day away. */
export const dayOrNone = (text: string): string => (text === 'none' ? text : dayOf(text));

/** Null, as the engine has it, for 'none'. */
export const noneAsNull = <T>(value: T | 'none'): T | null => (value === 'none' ? null : value);

export const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** For options that are repeated. */
export const more = (one: string, all: string[]): string[] => [...all, one];
