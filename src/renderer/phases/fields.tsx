import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { type Phase, type PhaseKind, phaseKinds } from '../../shared/model/engagement.ts';
import { useWords } from '../words.ts';
import { phaseName } from './name.ts';
import classes from './phases.module.css';
import type { PhaseRow, SavePhases } from './use-save.ts';

/** Name, kind and dates of an open phase; saved while they are typed. */
export function PhaseFields({ phase, at, save }: { phase: PhaseRow; at: number; save: SavePhases }) {
  const { t } = useWords();
  const [name, setName] = useState(phase.name);
  const change = (next: Partial<Phase>) =>
    void save((all) => all.map((one) => (one.id === phase.id ? { ...one, ...next } : one)));
  const rename = useDebouncedCallback((next: string) => change({ name: next.trim() }), {
    delay: 400,
    flushOnUnmount: true,
  });
  const number = at + 1;
  const wrong = phase.from !== null && phase.to !== null && phase.to < phase.from;
  return (
    <div className={classes.fields}>
      <TextInput
        aria-label={t('phases.name', { number })}
        placeholder={phaseName({ name: '', kind: phase.kind }, t)}
        value={name}
        maxLength={200}
        onChange={({ currentTarget: { value } }) => {
          setName(value);
          rename(value);
        }}
      />
      <Select
        aria-label={t('phases.kind', { number })}
        data={phaseKinds.map((kind) => ({ value: kind, label: t(`wizard.phase.${kind}`) }))}
        value={phase.kind}
        onChange={(kind) => kind && change({ kind: kind as PhaseKind })}
      />
      <DateField
        label={t('phases.from', { number })}
        word={t('phases.begins')}
        value={phase.from}
        max={phase.to}
        onChange={(from) => change({ from })}
      />
      <DateField
        label={t('phases.to', { number })}
        word={t('phases.ends')}
        value={phase.to}
        min={phase.from}
        error={wrong}
        onChange={(to) => change({ to })}
      />
    </div>
  );
}

interface DateProps {
  label: string;
  word: string;
  value: string | null;
  min?: string | null;
  max?: string | null;
  error?: boolean;
  onChange: (value: string | null) => void;
}

/** A date that is saved when it is left: half of one, as it is typed, is none. */
function DateField({ label, word, value, min, max, error = false, onChange }: DateProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      type="date"
      aria-label={label}
      leftSection={<span className={classes.word}>{word}</span>}
      leftSectionWidth={48}
      value={typed ?? value ?? ''}
      error={error}
      {...(min && { min })}
      {...(max && { max })}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed !== (value ?? '')) onChange(typed || null);
        setTyped(null);
      }}
    />
  );
}
