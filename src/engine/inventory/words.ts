import type { Texts } from '../texts.ts';
import type { SystemVerdict } from './checks.ts';

/** A verdict of an inventory check for a reader. */
export const inWords = (verdict: SystemVerdict, texts: Texts) => ({
  check: verdict.check,
  status: verdict.status,
  title: texts.t(`inventory.${verdict.check}.title`),
  reason: texts.t(`inventory.${verdict.check}.reasons.${verdict.reason}`, verdict.values),
  step: texts.t(`inventory.${verdict.check}.step`),
});
