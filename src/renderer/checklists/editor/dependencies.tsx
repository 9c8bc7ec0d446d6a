import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ChecklistItem } from '../../../shared/model/checklist.ts';
import { useWords } from '../../words.ts';
import classes from '../checklists.module.css';
import { type Draft, wordsOf } from '../draft.ts';

type Dependency = ChecklistItem['dependsOn'][number];

interface Props {
  item: ChecklistItem;
  draft: Draft;
  error: ReactNode;
  onChange: (dependsOn: Dependency[]) => void;
}

/** What a dependency asks of the other question, and what it asks for at first. */
const atLeast = [1, 2, 3, 4] as const;
const USUAL = 2;

/** Which other questions have to be answered, and how well, before this one is worth asking. */
export function Dependencies({ item, draft, error, onChange }: Props) {
  const { t } = useWords();
  const { dependsOn } = item;
  const nameOf = (id: string) => wordsOf(draft).items[id]?.question || id;
  const others = draft.template.items.filter(
    ({ id }) => id !== item.id && !dependsOn.some((one) => one.item === id),
  );
  return (
    <fieldset className="plain">
      <legend className={classes.legend}>{t('checklists.editor.dependsOn')}</legend>
      {dependsOn.map((one) => (
        <div key={one.item} className={classes.dependency}>
          <span>{nameOf(one.item)}</span>
          <Select
            w={150}
            aria-label={t('checklists.editor.atLeastOf', { question: nameOf(one.item) })}
            allowDeselect={false}
            value={String(one.atLeast)}
            data={atLeast.map((level) => ({
              value: String(level),
              label: t('checklists.editor.atLeast', { level }),
            }))}
            onChange={(value) =>
              onChange(
                dependsOn.map((each) =>
                  each === one ? { ...one, atLeast: Number(value) as Dependency['atLeast'] } : each,
                ),
              )
            }
          />
          <ActionIcon
            aria-label={t('checklists.editor.independent', { question: nameOf(one.item) })}
            onClick={() => onChange(dependsOn.filter((each) => each !== one))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Select
        searchable
        aria-label={t('checklists.editor.addDependency')}
        placeholder={t('checklists.editor.addDependency')}
        nothingFoundMessage={t('checklists.editor.noOther')}
        error={error}
        value={null}
        data={others.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={(id) => id && onChange([...dependsOn, { item: id, atLeast: USUAL }])}
      />
    </fieldset>
  );
}
