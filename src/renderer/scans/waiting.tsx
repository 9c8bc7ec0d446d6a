import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ErrorCode, FieldbookError } from '../../shared/contract/errors.ts';
import { useSession } from '../data/session.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { explain } from '../parts/explain.ts';
import { Problem } from '../parts/problem.tsx';
import { useWords, type WindowWords } from '../words.ts';
import { ReadsMap } from './reads-map.tsx';
import classes from './scans.module.css';

/** Causes whose next step is said in the window's own words, which name no terminal. */
const known = [
  'sign-in-needed',
  'mfa-needed',
  'network-unreachable',
  'proxy-or-certificate',
  'clock-skew',
] as const;

/** A scan that is not whole and does not run: why it waits, and how it goes on. */
export function Waiting({ snapshot }: { snapshot: Snapshot }) {
  const words = useWords();
  const { t } = words;
  const { engagement } = useSession();
  const goOn = useMutation<unknown, FieldbookError>({ mutationFn: () => fieldbook.scan.carryOn({}) });
  const end = useMutation<unknown, FieldbookError>({ mutationFn: () => fieldbook.scan.cancel({}) });
  const { reads, pause, state } = snapshot;
  const left = reads.planned - reads.ok - reads.failed;
  const [what, next] = reasonOf(snapshot, words);
  const error = goOn.error ?? end.error;
  const names = pause?.accounts.map((id) => snapshot.accounts.find((one) => one.id === id)?.name ?? id) ?? [];
  return (
    <Card title={what} className={classes.waiting!}>
      <p>{next}</p>
      {names.length > 0 && <p>{t('scans.waiting.accounts', { accounts: names.join(', ') })}</p>}
      {state !== 'complete' && <p className="secondary">{t('scans.waiting.left', { count: left })}</p>}
      {!engagement.readonly && (
        <div className={classes.buttons}>
          <Button
            variant="filled"
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            loading={goOn.isPending}
            onClick={() => goOn.mutate()}
          >
            {t('scans.waiting.resume')}
          </Button>
          {state !== 'complete' && (
            <Button loading={end.isPending} onClick={() => end.mutate()}>
              {t('scans.waiting.end')}
            </Button>
          )}
        </div>
      )}
      {error && error.code !== 'cancelled' && <Problem error={error.toData()} />}
      {state !== 'complete' && <ReadsMap snapshot={snapshot.id} label={what} pending />}
    </Card>
  );
}

function reasonOf({ state, pause }: Snapshot, words: WindowWords): [what: string, next: string] {
  const { t } = words;
  if (state === 'complete') return [t('scans.history.states.notJudged'), t('scans.waiting.judge')];
  if (!pause) return [t('scans.waiting.brokenOff'), t('scans.waiting.brokenOffNext')];
  if (pause.code === 'cancelled') return [t('scans.waiting.paused'), t('scans.waiting.pausedNext')];
  const code = known.find((one) => one === pause.code);
  const reason = explain({ ...pause, code: pause.code as ErrorCode }, words).what;
  return [reason, t(`scans.waiting.${code ?? 'other'}`)];
}
