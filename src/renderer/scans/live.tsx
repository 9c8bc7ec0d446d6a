import { Progress as Bar, Button, SegmentedControl } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { scanFar } from '../../shared/how-far.ts';
import { type Pace, paces } from '../../shared/model/scan.ts';
import { ask } from '../data/query.ts';
import { useScanProgress } from '../data/scan-progress.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { ReadsMap } from './reads-map.tsx';
import classes from './scans.module.css';

type UnderWay = NonNullable<Answer<'scan', 'underWay'>>;

/** The scan under way: how far it is, where, how fast, and how to stop it. */
export function Live({ underWay, snapshot }: { underWay: UnderWay; snapshot: Snapshot | undefined }) {
  const { t, percent } = useWords();
  const progress = useScanProgress();
  const told = progress.scan?.snapshot === underWay.snapshot ? progress.scan : null;
  const reads = told ?? {
    planned: snapshot?.reads.planned ?? 0,
    done: snapshot?.reads.ok ?? 0,
    failed: snapshot?.reads.failed ?? 0,
    resources: snapshot?.resources ?? 0,
    calls: snapshot?.calls ?? 0,
    last: null,
  };
  const judging = underWay.phase === 'judging' || (told !== null && progress.verdicts !== null);
  const { done: ended, of: planned } = scanFar(reads);
  const share = planned === 0 ? 0 : ended / planned;
  const pause = useMutation({ mutationFn: () => fieldbook.scan.pause({}), onError: tellProblem });
  const end = useMutation({
    mutationFn: async () => {
      await fieldbook.scan.pause({});
      await fieldbook.scan.cancel({});
    },
    onError: tellProblem,
  });
  return (
    <Card
      title={t(judging ? 'scans.live.judging' : 'scans.live.title')}
      note={judging ? undefined : percent(share)}
      aside={
        <div className={classes.controls}>
          {!judging && <PaceControl pace={underWay.pace} />}
          <Button
            leftSection={<IconPlayerPause size={14} aria-hidden />}
            disabled={pause.isPending || end.isPending}
            onClick={() => pause.mutate()}
          >
            {t(pause.isPending ? 'scans.live.pausing' : 'scans.live.pause')}
          </Button>
          {!judging && (
            <Button loading={end.isPending} onClick={() => end.mutate()}>
              {t('scans.waiting.end')}
            </Button>
          )}
        </div>
      }
    >
      <Bar
        value={judging ? 100 : share * 100}
        animated={judging}
        size="sm"
        transitionDuration={200}
        aria-label={t('scans.live.title')}
      />
      <p className={classes.counts}>
        <span>{t('scans.live.reads', { done: ended, planned })}</span>
        {reads.failed > 0 && <span>{t('scans.live.failed', { count: reads.failed })}</span>}
        <span>{t('scans.live.resources', { count: reads.resources })}</span>
        <span>{t('scans.live.calls', { count: reads.calls })}</span>
        {judging && progress.verdicts !== null && (
          <span>{t('scans.live.verdicts', { count: progress.verdicts })}</span>
        )}
        {!judging && reads.last && <code>{reads.last}</code>}
      </p>
      <ReadsMap
        snapshot={underWay.snapshot}
        label={t('scans.live.title')}
        beat={ended + reads.calls}
        pending
      />
      {!judging && <p className="secondary small">{t('scans.live.grows')}</p>}
    </Card>
  );
}

function PaceControl({ pace }: { pace: Pace }) {
  const { t } = useWords();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (next: Pace) => fieldbook.scan.pace({ pace: next }),
    onError: tellProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ask('scan', 'underWay', {}).queryKey }),
  });
  const shown = change.isPending ? change.variables : pace;
  return (
    <SegmentedControl
      aria-label={t('scans.live.pace')}
      value={shown}
      onChange={(value) => change.mutate(value as Pace)}
      data={paces.map((value) => ({ value, label: t(`scans.paces.${value}`) }))}
    />
  );
}
