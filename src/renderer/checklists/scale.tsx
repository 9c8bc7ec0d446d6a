import { Button, Kbd, NumberInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type Level, levels } from '../../shared/model/checklist.ts';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { Given, ItemData } from './data.ts';

interface Props {
  one: ItemData;
  readonly: boolean;
  onAnswer: (given: Given) => void;
}

/** The answer in the question's own way: one of five levels, one of its choices, or a figure. */
export function Scale({ one, readonly, onAnswer }: Props) {
  const { t } = useWords();
  const { item, words, state } = one;
  const off = readonly || state.answer?.notApplicable != null;
  if (item.kind === 'number') return <Figure one={one} readonly={readonly} onAnswer={onAnswer} />;
  const options =
    item.kind === 'level'
      ? levels.map((level) => ({
          key: String(level),
          level,
          text: words.levels[level]!,
          chosen: state.level === level,
          given: { level } as Given,
        }))
      : item.choices.map(({ id, level }, at) => ({
          key: String(at),
          level,
          text: words.choices?.[id] ?? id,
          chosen: state.answer?.choice === id,
          given: { choice: id } as Given,
        }));
  return (
    <div>
      <fieldset className={`plain ${classes.scale}`} aria-label={t('checklists.item.answer')}>
        {options.map(({ key, level, text, chosen, given }) => (
          <button
            key={key}
            type="button"
            className={classes.option}
            aria-pressed={chosen && !state.answer?.notApplicable}
            disabled={readonly}
            data-dim={off || undefined}
            data-proposed={state.proposal?.level === level || undefined}
            onClick={() => onAnswer(given)}
          >
            <Kbd size="sm">{key}</Kbd>
            <span>{text}</span>
            {item.kind === 'choice' && (
              <span className="secondary small">{t('checklists.item.becomes', { level })}</span>
            )}
          </button>
        ))}
      </fieldset>
      {state.level !== null && !readonly && (
        <Clear onClick={() => onAnswer(item.kind === 'level' ? { level: null } : { choice: null })} />
      )}
    </div>
  );
}

function Clear({ onClick }: { onClick: () => void }) {
  const { t } = useWords();
  return (
    <Button size="compact-xs" variant="subtle" color="gray" mt={4} onClick={onClick}>
      {t('checklists.item.clear')}
    </Button>
  );
}

function Figure({ one, readonly, onAnswer }: Props) {
  const { t, number } = useWords();
  const { words, state } = one;
  const kept = state.answer?.number ?? null;
  const [draft, setDraft] = useState<number | string>(kept ?? '');
  const typing = useRef(false);
  useEffect(() => {
    if (!typing.current) setDraft(kept ?? '');
  }, [kept]);
  const save = (value: number | string) => {
    typing.current = false;
    const figure = value === '' ? null : Number(value);
    if (figure !== kept && !Number.isNaN(figure)) onAnswer({ number: figure });
  };
  return (
    <div>
      <NumberInput
        data-key="figure"
        label={words.unit ?? t('checklists.item.number')}
        w={220}
        min={0}
        readOnly={readonly}
        value={draft}
        onChange={(value) => {
          typing.current = true;
          setDraft(value);
        }}
        onBlur={() => save(draft)}
        // Escape ends the writing, and not the interview.
        data-mantine-stop-propagation
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.currentTarget.blur();
        }}
      />
      <ol className={classes.bands} start={0}>
        {levels.map((level: Level) => (
          <li key={level} data-chosen={state.level === level || undefined}>
            <Kbd size="xs">{number(level)}</Kbd> {words.levels[level]}
          </li>
        ))}
      </ol>
      {state.level !== null && !readonly && <Clear onClick={() => onAnswer({ number: null })} />}
    </div>
  );
}
