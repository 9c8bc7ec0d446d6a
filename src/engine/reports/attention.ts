import type { FilterToken } from '../../shared/model/finding-query.ts';
import type { Problem } from './common/preflight.ts';

/** What prints well and should still be known before a report is handed over. */
export const attentionCodes = ['reads-failed', 'findings-unknown', 'scope-empty', 'judgement-stale'] as const;
export type AttentionCode = (typeof attentionCodes)[number];

export interface Attention extends Omit<Problem, 'code'> {
  code: AttentionCode;
}

export interface Facts {
  reads: { planned: number; ok: number };
  /** Of the engagement. */
  scope: string;
  /** The findings were judged by the rules as they are today. */
  current: boolean;
  /** Verdicts that are not known. */
  unknown: number;
}

export function attention({ reads: { planned, ok }, scope, current, unknown }: Facts): Attention[] {
  const note = (code: AttentionCode, where: string, parameters: Problem['parameters'] = {}): Attention => ({
    code,
    blocks: false,
    where,
    parameters,
  });
  return [
    ...(current ? [] : [note('judgement-stale', 'findings')]),
    ...(ok > 0 && ok < planned ? [note('reads-failed', 'coverage', { count: planned - ok })] : []),
    ...(unknown > 0 ? [note('findings-unknown', 'findings.unknown', { count: unknown })] : []),
    ...(scope.trim() === '' ? [note('scope-empty', 'engagement.scope')] : []),
  ];
}

const unknown: FilterToken[] = [{ property: 'status', operator: 'is', values: ['unknown'] }];

/** The page of the window where a problem can be mended or looked into; null where only its own words help. */
export function placeOf(
  where: string,
): { path: string; search: Record<string, string | FilterToken[]> } | null {
  if (where.startsWith('engagement.') || where === 'branding.clientLogo')
    return { path: '/settings', search: { section: 'engagement' } };
  if (where.startsWith('branding.')) return { path: '/settings', search: { section: 'branding' } };
  if (where === 'snapshot') return { path: '/scans', search: {} };
  if (where === 'coverage') return { path: '/coverage', search: {} };
  if (['recommendations', 'roadmap', 'compare'].includes(where)) return { path: `/${where}`, search: {} };
  if (where === 'findings') return { path: '/findings', search: {} };
  if (where === 'findings.unknown') return { path: '/findings', search: { filter: unknown } };
  if (/^FB-/.test(where)) return { path: '/findings', search: { finding: where } };
  if (where.startsWith('arn:')) return { path: '/resources', search: { resource: where } };
  return null;
}
