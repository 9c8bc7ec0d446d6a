import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { ListData } from './data.ts';

/** Says that the template is another now, and shows how. */
export function Upgrade({ checklist }: { checklist: ListData['checklists'][number] }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  if (checklist.newer === null) return null;
  return (
    <div className={classes.notice}>
      <p>{t('checklists.templates.newer', { title: checklist.title })}</p>
      <Button onClick={() => setShown(true)}>{t('checklists.templates.see')}</Button>
      {shown && <Diff id={checklist.checklist} onClose={() => setShown(false)} />}
    </div>
  );
}

function Diff({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const { engagement } = useSession();
  const { data } = useQuery(ask('checklists', 'diff', { checklist: id }));
  const accept = () =>
    fieldbook.checklists.accept({ checklist: id }).then(({ step, marked }) => {
      onClose();
      tell(t('checklists.upgrade.accepted', { count: marked }), () => fieldbook.history.undo({ step }));
    }, tellProblem);
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={data ? t('checklists.upgrade.title', { from: data.from, to: data.to }) : ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {!data ? (
        <RowsSkeleton rows={6} />
      ) : (
        <div className={classes.diff}>
          <p className="secondary">{t('checklists.upgrade.lead')}</p>
          {data.added.length + data.removed.length + data.changed.length === 0 && (
            <p>{t('checklists.upgrade.none')}</p>
          )}
          <Part title={t('checklists.upgrade.added')} sign="+">
            {data.added.map(({ item, question }) => [item, question])}
          </Part>
          <Part title={t('checklists.upgrade.removed')} sign="−">
            {data.removed.map(({ item, question, answered }) => [
              item,
              question,
              answered && <strong>{t('checklists.upgrade.answered')}</strong>,
            ])}
          </Part>
          <Part title={t('checklists.upgrade.changed')} sign="≠">
            {data.changed.map(({ item, before, after, what, marked }) => [
              item,
              after,
              <span key={item} className="secondary small">
                {what.map((one) => t(`checklists.upgrade.what.${one}`)).join(', ')}
                {before !== after && ` · ${t('checklists.upgrade.was', { question: before })}`}
                {marked && <strong> · {t('checklists.upgrade.marked')}</strong>}
              </span>,
            ])}
          </Part>
          <div className="form-actions">
            <Button onClick={onClose}>{t('checklists.upgrade.later')}</Button>
            <Button variant="filled" disabled={engagement.readonly} onClick={() => void accept()}>
              {t('checklists.upgrade.accept')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

type Line = [id: string, question: string, more?: React.ReactNode];

function Part({ title, sign, children }: { title: string; sign: string; children: Line[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <small>{children.length}</small>
      </h2>
      <ul>
        {children.map(([id, question, more]) => (
          <li key={id}>
            <span aria-hidden>{sign} </span>
            {question} {more}
          </li>
        ))}
      </ul>
    </section>
  );
}
