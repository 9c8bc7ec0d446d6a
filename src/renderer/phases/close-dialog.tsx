import { Button, Modal, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { severities } from '../../shared/model/finding.ts';
import type { RecordKind } from '../../shared/model/records/index.ts';
import { useDraft } from '../data/draft.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './phases.module.css';

type Closing = Answer<'phases', 'closing'>;

/** Shows what closing keeps and what is missing, before it is done. */
export function CloseDialog({
  phase,
  name,
  onClose,
}: {
  phase: string;
  name: string;
  onClose: (closed: boolean) => void;
}) {
  const { t } = useWords();
  // Always as things are now: many calls may have changed it.
  const { data, error, refetch } = useQuery({
    ...ask('phases', 'closing', { phase }),
    staleTime: 0,
    gcTime: 0,
  });
  const [note, setNote, dropNote] = useDraft(`closing ${phase}`, '');
  const [busy, setBusy] = useState(false);
  const close = async () => {
    setBusy(true);
    try {
      await fieldbook.phases.close({ phase, note: note.trim() });
      dropNote();
      onClose(true);
    } catch (problem) {
      tellProblem(problem);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      size={560}
      onClose={() => onClose(false)}
      title={<strong>{t('phases.closing', { name })}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('phases.closingLead')}</p>
      {error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <Kept closing={data} />
          <Missing missing={data.missing} />
        </>
      ) : (
        <RowsSkeleton rows={4} />
      )}
      <Textarea
        label={t('phases.note')}
        description={t('phases.noteHint')}
        value={note}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.answer}>
        <Button
          onClick={() => {
            dropNote();
            onClose(false);
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button variant="filled" loading={busy} disabled={!data} onClick={() => void close()}>
          {t('phases.doClose')}
        </Button>
      </div>
    </Modal>
  );
}

function Kept({ closing: { standing, records, reports } }: { closing: Closing }) {
  const { t, moment } = useWords();
  const kinds = Object.entries(records);
  return (
    <>
      <h3 className={classes.part}>{t('phases.freezes')}</h3>
      <ul className={classes.kept}>
        <li>
          {standing
            ? t('phases.freezesSnapshot', {
                when: moment(standing.startedAt),
                findings: severities.reduce((sum, one) => sum + standing.open[one], 0),
                score:
                  standing.scores.overall.score === null ? '–' : Math.round(standing.scores.overall.score),
              })
            : t('phases.freezesNoSnapshot')}
        </li>
        {kinds.length === 0 && <li>{t('phases.freezesNoRecords')}</li>}
        {kinds.map(([kind, count]) => (
          <li key={kind}>{t(`phases.recordKinds.${kind as RecordKind}`, { count })}</li>
        ))}
        <li>{t('phases.freezesReports', { count: reports.length })}</li>
      </ul>
    </>
  );
}

const places = {
  'no-snapshot': '/scans',
  'scan-under-way': '/scans',
  'coverage-gaps': '/coverage',
  unanswered: '/checklists',
  unreasoned: '/checklists',
  'no-report': '/reports',
} as const;

/** Which questions the checklists then show. */
const shows = { unanswered: 'open', unreasoned: 'unreasoned' } as const;

function Missing({ missing }: Pick<Closing, 'missing'>) {
  const { t } = useWords();
  return (
    <>
      <h3 className={classes.part}>{t('phases.missing')}</h3>
      {missing.length === 0 ? (
        <p className={classes.whole}>
          <IconCircleCheck size={15} aria-hidden /> {t('phases.nothingMissing')}
        </p>
      ) : (
        <ul className={classes.missing}>
          {missing.map(({ kind, count }) => (
            <li key={kind}>
              <IconAlertTriangle size={15} aria-hidden />
              <span>
                {kind === 'unreasoned' || kind === 'unanswered'
                  ? t(`phases.missingKinds.${kind}`, { count })
                  : t(`phases.missingKinds.${kind}`, { n: count })}
              </span>
              <Link
                to={places[kind]}
                {...(kind in shows && { search: { show: shows[kind as keyof typeof shows] } as never })}
              >
                {t(`phases.missingGo.${kind}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
