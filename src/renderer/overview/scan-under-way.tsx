import { Button, Progress } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useJobs } from '../data/jobs.ts';
import { useWords } from '../words.ts';

/** A scan that runs, where its first numbers will appear. */
export function ScanUnderWay() {
  const { t } = useWords();
  const go = useNavigate();
  const job = useJobs().find(({ kind, state }) => kind === 'scan' && state === 'running');
  if (!job) return null;
  const { done = 0, of = null } = job.progress ?? {};
  return (
    <section className="card next-step" aria-label={t('underWay.title')}>
      <div className="words">
        <p>
          <strong>{t('underWay.title')}</strong>{' '}
          {of ? <span className="secondary">{t('jobs.reads', { done, of })}</span> : null}
        </p>
        <Progress
          mt={6}
          size="sm"
          value={of ? (100 * done) / of : 100}
          animated={!of}
          aria-label={t('underWay.title')}
        />
      </div>
      <Button onClick={() => void go({ to: '/scans' })}>{t('underWay.watch')}</Button>
    </section>
  );
}
