import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSaveAs } from '../parts/save-as.ts';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import { Advice } from './advice.tsx';
import { change } from './change.ts';
import { Dismissal } from './dismissal.tsx';
import { EditForm } from './edit.tsx';
import { type ActionRow, standOf } from './look.ts';
import { Marks } from './marks.tsx';
import classes from './recommendations.module.css';

interface Props {
  row: ActionRow;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** All of one recommendation, and what can be done with it. */
export function ActionPanel({ row, onClose, onOpen }: Props) {
  const { t, number, money } = useWords();
  const which = useWhich();
  const { data, error, refetch } = useQuery(ask('recommendations', 'get', { ...which, id: row.id }));
  const [editing, edit] = useState(false);
  return (
    <div className={classes.panel}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      <p className={classes.head}>
        {row.severity && <SeverityName severity={row.severity} />}
        <span className={classes[standOf(row)]}>{t(`recommendations.states.${standOf(row)}`)}</span>
        <span className="secondary">
          {t(`advice.tracks.${row.track}`)} · {t(`advice.kinds.${row.kind}`)}
        </span>
        <Marks action={row} />
      </p>
      <h2>{row.title}</h2>
      <Commands row={row} onEdit={() => edit(true)} onOpen={onOpen} />
      <Notices row={row} />
      <dl className={classes.facts}>
        <dt>{t('recommendations.columns.findings')}</dt>
        <dd>
          {number(row.findings)}
          {row.resources > 0 && (
            <small className={classes.factNote}>
              {t('recommendations.panel.resources', { count: row.resources })}
            </small>
          )}
        </dd>
        <dt>{t('recommendations.columns.saving')}</dt>
        <dd>
          {money(row.counted)}
          {row.advisory > 0 && (
            <small className={classes.factNote}>
              {t('recommendations.panel.advisory', { amount: row.advisory })}
            </small>
          )}
        </dd>
        <dt>{t('recommendations.form.effort')}</dt>
        <dd>
          {number(row.effort)}
          {row.horizon && <small className={classes.factNote}>{t(`advice.horizons.${row.horizon}`)}</small>}
        </dd>
      </dl>
      {error && <Problem error={error.toData()} onRetry={() => void refetch()} />}
      {data &&
        (editing ? (
          <EditForm action={data} onClose={() => edit(false)} />
        ) : (
          <Advice action={data} onOpen={onOpen} />
        ))}
      {/* A proposal gets another id when it is adopted, so what hangs on it would be lost. */}
      {row.state !== 'proposed' && <EvidenceList quiet link={{ kind: 'recommendation', id: row.id }} />}
    </div>
  );
}

function Commands({
  row,
  onEdit,
  onOpen,
}: {
  row: ActionRow;
  onEdit: () => void;
  onOpen: (id: string) => void;
}) {
  const { t } = useWords();
  const saveAs = useSaveAs();
  const which = useWhich();
  const { readonly } = useSession().engagement;
  const [dismissing, dismiss] = useState(false);
  const { id, state } = row;
  const adopt = async () => {
    let made = id;
    const work = async () => {
      const { ids, step } = await fieldbook.recommendations.adopt({ ...which, library: [id] });
      made = ids[0]!;
      return { step };
    };
    if (await change(work, t('recommendations.told.adopted', { count: 1 }))) onOpen(made);
  };
  const saveEntry = () =>
    saveAs({
      name: `${row.library ?? 'recommendation'}.json`,
      kind: 'json',
      write: (path) => fieldbook.recommendations.exportEntry({ id, path }),
      said: (path) => t('recommendations.told.entry', { path }),
    });
  if (state === 'dismissed')
    return (
      <div className={classes.buttons}>
        <Button
          disabled={readonly}
          onClick={() =>
            void change(() => fieldbook.recommendations.restore({ id }), t('recommendations.told.restored'))
          }
        >
          {t('recommendations.actions.restore')}
        </Button>
      </div>
    );
  return (
    <div className={classes.buttons}>
      {state === 'proposed' ? (
        <Button variant="filled" disabled={readonly} onClick={() => void adopt()}>
          {t('recommendations.actions.adopt')}
        </Button>
      ) : (
        <>
          <Button disabled={readonly} onClick={onEdit}>
            {t('recommendations.actions.edit')}
          </Button>
          <Button component={Link} to="/roadmap" search={{ action: id } as never}>
            {t('recommendations.actions.toRoadmap')}
          </Button>
          <Button onClick={() => void saveEntry()}>{t('recommendations.actions.entry')}</Button>
        </>
      )}
      <Button disabled={readonly} onClick={() => dismiss(true)}>
        {t('recommendations.actions.dismiss')}
      </Button>
      <Dismissal ids={[id]} opened={dismissing} onClose={() => dismiss(false)} />
    </div>
  );
}

/** What has happened to it: dismissed, overtaken by the library, resolved or failing again. */
function Notices({ row }: { row: ActionRow }) {
  const { t } = useWords();
  const which = useWhich();
  const { readonly } = useSession().engagement;
  const { id } = row;
  const button = (name: 'pull' | 'keep' | 'close', work: () => Promise<{ step: string }>, done: string) => (
    <Button size="compact-xs" disabled={readonly} onClick={() => void change(work, done)}>
      {t(`recommendations.actions.${name}`)}
    </Button>
  );
  const pull = button('pull', () => fieldbook.recommendations.pull({ id }), t('recommendations.told.pulled'));
  return (
    <>
      {row.dismissed !== null && (
        <p className={classes.notice}>
          <strong>{t('recommendations.panel.isDismissed')}</strong> {row.dismissed}
        </p>
      )}
      {row.changedInLibrary ? (
        <section className={classes.notice}>
          {t('recommendations.panel.libraryChanged')}
          <div className={classes.buttons}>
            {pull}
            {button('keep', () => fieldbook.recommendations.keep({ id }), t('recommendations.told.kept'))}
          </div>
        </section>
      ) : (
        row.changedHere && <div className={classes.buttons}>{pull}</div>
      )}
      {row.progress === 'resolved' && row.horizon !== 'done' && (
        <section className={classes.notice}>
          {t('recommendations.panel.resolved')}
          <div>
            {button(
              'close',
              () => fieldbook.roadmap.plan({ ...which, id, horizon: 'done' }),
              t('recommendations.told.closed'),
            )}
          </div>
        </section>
      )}
      {row.progress === 'regressed' && (
        <p className={classes.notice} role="status">
          {t('recommendations.panel.regressed')}
        </p>
      )}
    </>
  );
}
