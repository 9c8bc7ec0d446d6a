import { Button, Progress } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Language } from '../../shared/model/languages.ts';
import { type ReportKind, type ReportPhase, reportPhases } from '../../shared/model/report.ts';
import { useSession } from '../data/session.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { idle } from '../parts/idle.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useUnderHome } from '../parts/path.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import { Preflight } from './preflight.tsx';
import { type Made, type PreviewState, useKeptPreview, type Wanted } from './preview.tsx';
import classes from './reports.module.css';
import { Setup } from './setup.tsx';
import { Viewer } from './viewer.tsx';

/** Left: what to report on and what to know before; right: the report as it will be. */
export function MakeReport({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useWords();
  const { engagement } = useSession();
  const { state, make, cancel } = useKeptPreview();
  const kept = wishOf(state);
  const [language, setLanguage] = useState<Language>(kept?.language ?? engagement.language);
  const search = useSearch({ from: '/reports' }) as Search;
  // Who comes back to the page finds the report that they began.
  const {
    kind = 'diagnosis',
    from,
    snapshot: chosen,
  } = search.kind || !kept ? search : { ...kept, snapshot: undefined };
  // A milestone stands for more than its snapshot.
  const wanted: Wanted = {
    kind,
    snapshot: chosen ?? snapshot.id,
    ...(kind === 'progress' && from !== undefined && { from }),
    language,
  };
  const making = state.state === 'making';
  const go = useRef<HTMLButtonElement>(null);
  const stop = () => {
    cancel();
    // The button that was pressed goes.
    go.current?.focus();
  };
  return (
    <div className={classes.make}>
      <div className={classes.side}>
        <Setup snapshot={snapshot} kind={kind} from={from} language={language} onLanguage={setLanguage} />
        <Preflight wanted={wanted} />
        <div className={classes.go}>
          <Button
            ref={go}
            variant={state.state === 'ready' ? 'default' : 'filled'}
            {...idle(making)}
            onClick={() => !making && void make(wanted)}
          >
            {t(state.state === 'ready' ? 'reports.again' : 'reports.preview')}
          </Button>
          {state.state === 'ready' && <SaveButton made={state.made} />}
        </div>
      </div>
      <div className={classes.stage}>
        {state.state === 'ready' ? (
          <>
            {(!sameWish(state.made.wanted, wanted) || state.outdated) && (
              <p className="notice" role="status">
                {t(state.outdated ? 'reports.outdated' : 'reports.otherSettings')}
              </p>
            )}
            <Viewer key={state.made.report.preview} pdf={state.made.pdf} />
          </>
        ) : making ? (
          <Making phase={state.phase} share={state.share} onCancel={stop} />
        ) : state.state === 'failed' ? (
          <Problem error={state.error} onRetry={() => void make(wanted)} />
        ) : (
          <div className={classes.blank}>
            <p className="strong">{t('reports.blank')}</p>
            <p className="secondary">{t('reports.blankNext')}</p>
          </div>
        )}
      </div>
    </div>
  );
}

/** Of what is being made or was made. */
const wishOf = (state: PreviewState): Wanted | undefined =>
  state.state === 'making' ? state.wanted : state.state === 'ready' ? state.made.wanted : undefined;

type Search = { kind?: ReportKind; from?: string; snapshot?: string };

const sameWish = (a: Wanted, b: Wanted): boolean =>
  a.kind === b.kind && a.from === b.from && a.snapshot === b.snapshot && a.language === b.language;

interface MakingProps {
  phase: ReportPhase | null;
  share: number;
  onCancel: () => void;
}

function Making({ phase, share, onCancel }: MakingProps) {
  const { t } = useWords();
  const name = t(`reports.phases.${phase ?? 'gather'}`);
  return (
    <div className={classes.blank} role="status">
      <p className="strong">{name}</p>
      <Progress
        className={classes.progress!}
        value={phase === 'draw' ? share * 100 : 100}
        animated={phase !== 'draw'}
        aria-label={name}
      />
      <ol className={classes.phases}>
        {reportPhases.map((each) => (
          <li key={each} aria-current={each === phase ? 'step' : undefined}>
            {t(`reports.phases.${each}`)}
          </li>
        ))}
      </ol>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
    </div>
  );
}

function SaveButton({ made }: { made: Made }) {
  const { t, number } = useWords();
  const written = useUnderHome();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const { path } = await fieldbook.desktop.chooseSave({ name: made.report.suggested, kind: 'pdf' });
      if (path === null) return;
      const saved = await fieldbook.reports.save({ preview: made.report.preview, path });
      tell(t('reports.saved', { path: written(saved.path), pages: number(saved.pages) }));
    } catch (error) {
      tellProblem(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Button variant="filled" {...idle(saving)} onClick={() => !saving && void save()}>
      {t('reports.save')}
    </Button>
  );
}
