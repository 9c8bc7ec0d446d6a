import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReportKind } from '../../shared/model/report.ts';
import type { OverviewData } from '../data/types.ts';
import { useWords } from '../words.ts';
import type { NextStep } from './next-step.ts';

interface Props {
  step: NextStep;
  /** The report that the phase ends with. */
  report: ReportKind;
}

/** The one thing that the phase asks for now. */
export function NextStepCard({ step: { step, values, to }, report }: Props) {
  const { t } = useWords();
  const go = useNavigate();
  return (
    <section className="card next-step" aria-label={t('next.label')}>
      <p className="words">
        <strong>{t('next.label')}:</strong> {t(`next.${step}`, values)}
      </p>
      <Button onClick={() => void go(to === '/reports' ? { to, search: { kind: report } } : { to })}>
        {t(`next.go.${step}`)}
      </Button>
    </section>
  );
}

/** What has happened since this person looked the last time; nothing when nothing has. */
export function SinceLine({ since }: { since: NonNullable<OverviewData['since']> }) {
  const { t, moment } = useWords();
  const { findings } = since;
  const news = [
    since.snapshots > 0 && t('since.snapshots', { count: since.snapshots }),
    findings && findings.new > 0 && t('since.new', { count: findings.new }),
    findings && findings.regressed > 0 && t('since.regressed', { count: findings.regressed }),
    findings && findings.resolved > 0 && t('since.resolved', { count: findings.resolved }),
    since.reports > 0 && t('since.reports', { count: since.reports }),
  ].filter(Boolean);
  if (news.length === 0) return null;
  return (
    <p className="secondary" role="note">
      <strong>{t('since.title', { when: moment(since.at) })}</strong> {news.join(' · ')}
    </p>
  );
}
