import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChecklistItem } from '../../../shared/model/checklist.ts';
import { type Dimension, dimensionNames, dimensions } from '../../../shared/model/records/checklist.ts';
import { idle } from '../../parts/idle.ts';
import { useWords } from '../../words.ts';
import classes from '../checklists.module.css';
import {
  type Draft,
  inSection,
  moved,
  withItem,
  withItemWords,
  withNewItem,
  withoutItem,
  wordsOf,
} from '../draft.ts';
import { useNameOf } from '../names.ts';
import { Answering } from './answering.tsx';
import { Dependencies } from './dependencies.tsx';
import type { Marks } from './marks.ts';
import { Proposing } from './proposing.tsx';

interface Props {
  item: ChecklistItem;
  draft: Draft;
  marks: Marks;
  onChange: (draft: Draft) => void;
}

/** One question of a template: a line, and all that belongs to it once it is opened. */
export function ItemEditor({ item, draft, marks, onChange }: Props) {
  const { id } = item;
  const { question } = wordsOf(draft).items[id]!;
  const [open, setOpen] = useState(question === '');
  const wrong = [...marks.keys()].some((field) => field.startsWith(`${id}.`));
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  return (
    <details
      className={classes.edited}
      data-wrong={wrong || undefined}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{question || id}</summary>
      {open && <Fields item={item} draft={draft} marks={marks} onChange={onChange} />}
    </details>
  );
}

function Fields({ item, draft, marks, onChange }: Props) {
  const { t } = useWords();
  const { id } = item;
  const words = wordsOf(draft).items[id]!;
  const wrong = (field: string) => marks.get(`${id}.${field}`)?.join(' ');
  const set = (change: Partial<ChecklistItem>) => onChange(withItem(draft, id, change));
  const say = (change: Partial<typeof words>) => onChange(withItemWords(draft, id, change));
  return (
    <div className="form">
      <Textarea
        autosize
        label={t('checklists.editor.question')}
        error={wrong('question')}
        value={words.question}
        onChange={(event) => say({ question: event.currentTarget.value })}
      />
      <Textarea
        autosize
        label={t('checklists.editor.why')}
        value={words.why}
        onChange={(event) => say({ why: event.currentTarget.value })}
      />
      <Place item={item} draft={draft} marks={marks} onChange={onChange} />
      <Answering item={item} draft={draft} error={wrong} onChange={onChange} />
      <Textarea
        autosize
        label={t('checklists.editor.evidence')}
        description={t('checklists.editor.evidenceHint')}
        error={wrong('evidence')}
        defaultValue={words.evidence.join('\n')}
        onBlur={(event) => say({ evidence: parts(event.currentTarget.value, /\n/) })}
      />
      <Proposing checks={item.checks} error={wrong('checks')} onChange={(checks) => set({ checks })} />
      <Dependencies
        item={item}
        draft={draft}
        error={wrong('dependsOn')}
        onChange={(dependsOn) => set({ dependsOn })}
      />
      <TextInput
        label={t('checklists.editor.references')}
        description={t('checklists.editor.referencesHint')}
        error={wrong('references')}
        defaultValue={item.references.join(' ')}
        onBlur={(event) => set({ references: parts(event.currentTarget.value, /\s+/) })}
      />
      <Moves id={id} draft={draft} onChange={onChange} />
    </div>
  );
}

const parts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Where it stands: its section, and what its answer counts for. */
function Place({ item, draft, marks, onChange }: Props) {
  const { t } = useWords();
  const nameOf = useNameOf();
  const { id } = item;
  const set = (change: Partial<ChecklistItem>) => onChange(withItem(draft, id, change));
  const dimension = (name: Dimension) => (
    <Select
      key={name}
      label={t(`checklists.maturity.${name}`)}
      value={item[name] ?? ''}
      data={[
        { value: '', label: t('checklists.editor.none') },
        ...dimensions[name].map((value) => ({ value, label: nameOf(name, value) })),
      ]}
      onChange={(value) => set({ [name]: value || null })}
    />
  );
  return (
    <div className="form-row">
      <TextInput
        label={t('checklists.editor.section')}
        error={marks.get(`${id}.section`)?.join(' ')}
        defaultValue={wordsOf(draft).sections[item.section] ?? item.section}
        onBlur={(event) => onChange(inSection(draft, id, event.currentTarget.value))}
      />
      <NumberInput
        label={t('checklists.editor.weight')}
        min={1}
        max={5}
        allowDecimal={false}
        value={item.weight}
        onChange={(value) => set({ weight: Number(value) || 1 })}
      />
      {dimensionNames.map(dimension)}
    </div>
  );
}

/** Places and removes the question. What leads nowhere keeps the focus, for whoever moves it there step by step. */
function Moves({ id, draft, onChange }: { id: string; draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useWords();
  const at = draft.template.items.findIndex((one) => one.id === id);
  const move = (by: -1 | 1, button: HTMLButtonElement) => {
    onChange(moved(draft, id, by));
    // The browser lets go of the focus when an element takes another place.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <div className={classes.buttons}>
      <Button {...idle(at === 0)} onClick={(event) => move(-1, event.currentTarget)}>
        {t('checklists.editor.up')}
      </Button>
      <Button
        {...idle(at === draft.template.items.length - 1)}
        onClick={(event) => move(1, event.currentTarget)}
      >
        {t('checklists.editor.down')}
      </Button>
      <Button onClick={() => onChange(withNewItem(draft, id))}>{t('checklists.editor.addBelow')}</Button>
      <Button variant="subtle" color="gray" onClick={() => onChange(withoutItem(draft, id))}>
        {t('checklists.editor.remove')}
      </Button>
    </div>
  );
}
