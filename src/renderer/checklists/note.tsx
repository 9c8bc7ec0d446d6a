import { Button, Kbd, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Markdown } from '../parts/markdown.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { Given, ItemData } from './data.ts';
import { useTyped } from './typed.ts';

interface Props {
  one: ItemData;
  readonly: boolean;
  onAnswer: (given: Given) => void;
}

/** The note: as it reads, and while somebody writes it, as it is written. */
export function Note({ one: { item, state }, readonly, onAnswer }: Props) {
  const { t } = useWords();
  const note = state.answer?.note ?? '';
  const [writing, setWriting] = useState(false);
  const typed = useTyped(note, (text) => onAnswer({ note: text, merge: `note:${item.id}` }));
  if (writing)
    return (
      <Textarea
        className={classes.wide}
        data-key="note"
        autoFocus
        autosize
        minRows={3}
        maxRows={14}
        label={t('checklists.item.note')}
        description={t('checklists.item.noteHint')}
        value={typed.value}
        onChange={(event) => typed.type(event.currentTarget.value)}
        onBlur={() => {
          typed.leave();
          setWriting(false);
        }}
        // Escape ends the writing, and not the interview.
        data-mantine-stop-propagation
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    );
  return (
    <div className={typed.value ? classes.wide : undefined}>
      {typed.value && (
        <>
          <h3>{t('checklists.item.note')}</h3>
          <Markdown text={typed.value} className={classes.note} />
        </>
      )}
      {!readonly && (
        <Button data-key="note" leftSection={<Kbd size="xs">n</Kbd>} onClick={() => setWriting(true)}>
          {t(note ? 'checklists.item.editNote' : 'checklists.item.addNote')}
        </Button>
      )}
    </div>
  );
}
