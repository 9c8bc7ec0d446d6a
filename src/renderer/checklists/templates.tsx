import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { ListData } from './data.ts';
import { type Edited, Editor } from './editor/editor.tsx';
import { ImportButton, TemplateMenu } from './files.tsx';
import { Upgrade } from './upgrade.tsx';

type Template = Answer<'checklists', 'templates'>['templates'][number];

interface Props {
  /** Nothing was adopted yet. */
  first: boolean;
  list: ListData;
  readonly: boolean;
}

/** Which checklists this engagement uses, out of those that ship and its own. */
export function Templates({ first, list, readonly }: Props) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('checklists', 'templates', {}));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<Edited | null>(null);
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={10} />;
  const free = data.templates.filter(({ adopted }) => adopted === null).map(({ id }) => id);
  const adopt = () =>
    fieldbook.checklists.adopt({ templates: [...chosen] }).then(({ step }) => {
      tell(t('checklists.templates.adopted', { count: chosen.size }), () => fieldbook.history.undo({ step }));
      setChosen(new Set());
    }, tellProblem);
  const drop = (checklist: string) =>
    fieldbook.checklists
      .drop({ checklist })
      .then(
        ({ step }) => tell(t('checklists.templates.dropped'), () => fieldbook.history.undo({ step })),
        tellProblem,
      );
  const rows = (own: boolean) =>
    data.templates
      .filter((one) => one.own === own)
      .map((one) => (
        <TemplateRow
          key={one.id}
          template={one}
          readonly={readonly}
          chosen={chosen.has(one.id)}
          onChoose={() =>
            setChosen((old) => {
              const next = new Set(old);
              if (!next.delete(one.id)) next.add(one.id);
              return next;
            })
          }
          onDrop={() => void drop(one.id)}
          onEdit={setEdited}
        />
      ));
  return (
    <>
      {first && (
        <div className={classes.first}>
          <h2>{t('checklists.first.title')}</h2>
          <p className="secondary">{t('checklists.first.lead')}</p>
        </div>
      )}
      {list.checklists.map((one) => (
        <Upgrade key={one.checklist} checklist={one} />
      ))}
      <Card
        title={t('checklists.templates.shipped')}
        aside={
          !readonly &&
          free.length > 0 && (
            <div className={classes.buttons}>
              <Button onClick={() => setChosen(new Set(free))}>{t('checklists.templates.all')}</Button>
              <Button variant="filled" disabled={chosen.size === 0} onClick={() => void adopt()}>
                {t('checklists.templates.adopt', { count: chosen.size })}
              </Button>
            </div>
          )
        }
      >
        <ul className={classes.templates}>{rows(false)}</ul>
      </Card>
      <Card
        title={t('checklists.templates.own')}
        aside={
          !readonly && (
            <div className={classes.buttons}>
              <Button onClick={() => setEdited({ of: null })}>{t('checklists.templates.blank')}</Button>
              <ImportButton />
            </div>
          )
        }
      >
        {data.templates.some(({ own }) => own) ? (
          <ul className={classes.templates}>{rows(true)}</ul>
        ) : (
          <p className="secondary">{t('checklists.templates.ownNone')}</p>
        )}
      </Card>
      {edited && <Editor edited={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface RowProps {
  template: Template;
  readonly: boolean;
  chosen: boolean;
  onChoose: () => void;
  onDrop: () => void;
  onEdit: (edited: Edited) => void;
}

function TemplateRow({ template, readonly, chosen, onChoose, onDrop, onEdit }: RowProps) {
  const { t } = useWords();
  const { title, lead, items, adopted, version } = template;
  return (
    <li className={classes.template}>
      {adopted === null && !readonly ? (
        <Checkbox
          checked={chosen}
          onChange={onChoose}
          aria-label={t('checklists.templates.choose', { title })}
        />
      ) : (
        <span />
      )}
      <div>
        <p>
          <span className="strong">{title}</span>{' '}
          <span className="secondary small">
            {t('checklists.templates.questions', { count: items })} · {version}
          </span>
        </p>
        <p className="secondary small">{lead}</p>
      </div>
      <div className={classes.buttons}>
        {adopted !== null && (
          <>
            <span className={classes.inUse}>{t('checklists.templates.inUse', { version: adopted })}</span>
            {!readonly && (
              <Button variant="subtle" color="gray" onClick={onDrop}>
                {t('checklists.templates.drop')}
              </Button>
            )}
          </>
        )}
        <TemplateMenu template={template} readonly={readonly} onEdit={onEdit} />
      </div>
    </li>
  );
}
