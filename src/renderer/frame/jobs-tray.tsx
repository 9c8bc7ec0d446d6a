import { Button, Popover, Progress } from '@mantine/core';
import { IconBolt, IconChecklist } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { cancelJob, clearFinishedJobs, type Job, useJobs } from '../data/jobs.ts';
import { explain } from '../parts/explain.ts';
import { useWords } from '../words.ts';
import classes from './frame.module.css';

/** Everything long that was started: how far it is, how to stop it, and where its result is. */
export function JobsTray() {
  const { t, percent } = useWords();
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  const running = jobs.filter((job) => job.state === 'running');
  const [only] = running;
  const share = running.length === 1 && only ? shareOf(only) : null;
  return (
    <Popover position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          radius="xl"
          {...(running.length > 0 && { className: classes.job })}
          leftSection={running.length > 0 ? <IconBolt size={14} /> : <IconChecklist size={15} stroke={1.5} />}
        >
          {running.length === 1 && only
            ? `${t(`jobs.${only.kind}`)} ${share === null ? '…' : percent(share)}`
            : running.length > 1
              ? t('jobs.running', { count: running.length })
              : t('jobs.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="jobs">
        <h2>{t('jobs.title')}</h2>
        <ul>
          {jobs.map((job) => (
            <li key={job.id}>
              <JobLine job={job} />
            </li>
          ))}
        </ul>
        {running.length < jobs.length && (
          <Button variant="subtle" onClick={clearFinishedJobs}>
            {t('jobs.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function JobLine({ job }: { job: Job }) {
  const words = useWords();
  const { t } = words;
  const share = shareOf(job);
  const name = t(`jobs.${job.kind}`);
  return (
    <>
      <div className="job-head">
        <strong>{name}</strong>
        <span className="secondary">
          {job.state !== 'running'
            ? t(`jobs.${job.state}`)
            : job.progress &&
              (job.progress.of === null
                ? t('jobs.verdicts', { done: job.progress.done })
                : job.kind === 'scan'
                  ? t('jobs.reads', { done: job.progress.done, of: job.progress.of })
                  : t('jobs.steps', { at: Math.floor(job.progress.done) + 1, of: job.progress.of }))}
        </span>
        <Link {...placeOf(job.path)}>{t('jobs.show')}</Link>
        {job.state === 'running' && (
          <Button size="compact-xs" onClick={() => cancelJob(job.id)}>
            {t('jobs.cancel')}
          </Button>
        )}
      </div>
      {job.state === 'running' && (
        <Progress
          value={share === null ? 100 : share * 100}
          animated={share === null}
          size="sm"
          aria-label={name}
        />
      )}
      {job.error && <p className="secondary">{explain(job.error, words).what}</p>}
    </>
  );
}

const shareOf = ({ progress }: Job): number | null =>
  progress?.of ? Math.min(1, progress.done / progress.of) : null;

const placeOf = (path: string) => {
  const [to, search] = path.split('?') as [string, string?];
  return { to, search: Object.fromEntries(new URLSearchParams(search)) };
};
