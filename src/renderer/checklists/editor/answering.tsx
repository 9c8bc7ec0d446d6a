import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  type ChoiceItem,
  itemKinds,
  LEAST_CHOICES,
  type Level,
  levels,
  type NumberItem,
  numberUnits,
} from '../../../shared/model/checklist.ts';
import { useWords } from '../../words.ts';
import classes from '../checklists.module.css';
import {
  type Draft,
  withChoice,
  withItem,
  withItemWords,
  withKind,
  withNewChoice,
  withoutChoice,
  wordsOf,
} from '../draft.ts';

interface Props<Item> {
  item: Item;
  draft: Draft;
  error: (field: string) => ReactNode;
  onChange: (draft: Draft) => void;
}

/** In what way the question is answered, and what each level of that way looks like. */
export function Answering({ item, draft, error, onChange }: Props<Draft['template']['items'][number]>) {
  const { t } = useWords();
  const common = { draft, error, onChange };
  return (
    <>
      <Select
        w={320}
        label={t('checklists.editor.kind')}
        allowDeselect={false}
        value={item.kind}
        data={itemKinds.map((kind) => ({ value: kind, label: t(`checklists.editor.kinds.${kind}`) }))}
        onChange={(kind) => kind && onChange(withKind(draft, item.id, kind))}
      />
      {item.kind === 'number' && <Figure item={item} {...common} />}
      {item.kind === 'choice' ? (
        <Choices item={item} {...common} />
      ) : (
        <Levels item={item} draft={draft} onChange={onChange} />
      )}
    </>
  );
}

function Levels({ item: { id }, draft, onChange }: Omit<Props<{ id: string }>, 'error'>) {
  const { t } = useWords();
  const words = wordsOf(draft).items[id]!;
  return levels.map((level) => (
    <TextInput
      key={level}
      label={t('checklists.editor.levelOf', { level })}
      value={words.levels[level] ?? ''}
      onChange={(event) =>
        onChange(withItemWords(draft, id, { levels: words.levels.with(level, event.currentTarget.value) }))
      }
    />
  ));
}

/** Situations with their levels, of which one is chosen. */
function Choices({ item, draft, error, onChange }: Props<ChoiceItem>) {
  const { t } = useWords();
  const words = wordsOf(draft).items[item.id]!;
  return (
    <fieldset className="plain form">
      <legend className={classes.legend}>{t('checklists.editor.choices')}</legend>
      {item.choices.map(({ id, level }, at) => (
        <div key={id} className={classes.dependency}>
          <TextInput
            aria-label={t('checklists.editor.choice', { at: at + 1 })}
            value={words.choices?.[id] ?? ''}
            onChange={(event) =>
              onChange(
                withItemWords(draft, item.id, {
                  choices: { ...words.choices, [id]: event.currentTarget.value },
                }),
              )
            }
          />
          <Select
            w={150}
            aria-label={t('checklists.editor.choiceLevel', { at: at + 1 })}
            allowDeselect={false}
            value={String(level)}
            data={levels.map((one) => ({
              value: String(one),
              label: t('checklists.editor.levelOf', { level: one }),
            }))}
            onChange={(value) => onChange(withChoice(draft, item, id, Number(value) as Level))}
          />
          <ActionIcon
            aria-label={t('checklists.editor.removeChoice', { at: at + 1 })}
            onClick={() => onChange(withoutChoice(draft, item, id))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange(withNewChoice(draft, item))}>
          {t('checklists.editor.addChoice')}
        </Button>
      </div>
      {error('choices') && (
        <p className="problem" role="alert">
          {item.choices.length < LEAST_CHOICES ? t('checklists.editor.choicesLeast') : error('choices')}
        </p>
      )}
    </fieldset>
  );
}

/** What is entered, and at which figures levels 1 to 4 begin. */
function Figure({ item, draft, error, onChange }: Props<NumberItem>) {
  const { t } = useWords();
  const words = wordsOf(draft).items[item.id]!;
  const set = (change: Partial<NumberItem>) => onChange(withItem(draft, item.id, change));
  return (
    <fieldset className="plain form">
      <legend className={classes.legend}>{t('checklists.editor.figure')}</legend>
      <div className="form-row">
        <TextInput
          label={t('checklists.editor.figureName')}
          value={words.unit ?? ''}
          onChange={(event) =>
            onChange(withItemWords(draft, item.id, { unit: event.currentTarget.value || undefined }))
          }
        />
        <Select
          label={t('checklists.editor.unit')}
          allowDeselect={false}
          value={item.unit}
          data={numberUnits.map((unit) => ({ value: unit, label: t(`checklists.editor.units.${unit}`) }))}
          onChange={(unit) => unit && set({ unit })}
        />
        <Select
          label={t('checklists.editor.better')}
          allowDeselect={false}
          value={item.better}
          data={(['higher', 'lower'] as const).map((value) => ({
            value,
            label: t(`checklists.editor.betters.${value}`),
          }))}
          onChange={(better) =>
            // The same figures the other way round: they stay in their order from level 1 to level 4.
            better &&
            better !== item.better &&
            set({ better, bands: item.bands.toReversed() as NumberItem['bands'] })
          }
        />
      </div>
      <div className="form-row">
        {item.bands.map((band, at) => (
          <NumberInput
            key={at}
            label={t(`checklists.editor.band.${item.better}`, { level: at + 1 })}
            error={error('bands') !== undefined}
            value={band}
            onChange={(value) => set({ bands: item.bands.with(at, Number(value)) as NumberItem['bands'] })}
          />
        ))}
      </div>
      {error('bands') && (
        <p className="problem" role="alert">
          {t(`checklists.editor.bandsInOrder.${item.better}`)}
        </p>
      )}
    </fieldset>
  );
}
