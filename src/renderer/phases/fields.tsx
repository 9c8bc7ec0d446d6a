import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { type Phase, type PhaseKind, phaseKinds } from '../../shared/model/engagement.ts';
import { DayInput } from '../parts/day-input.tsx';
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
      <DayInput
        unlabelled
        label={t('phases.from', { number })}
        leftSection={<span className={classes.word}>{t('phases.begins')}</span>}
        leftSectionWidth={48}
        value={phase.from}
        max={phase.to}
        onChange={(from) => change({ from })}
      />
      <DayInput
        unlabelled
        label={t('phases.to', { number })}
        leftSection={<span className={classes.word}>{t('phases.ends')}</span>}
        leftSectionWidth={48}
        value={phase.to}
        min={phase.from}
        error={wrong}
        onChange={(to) => change({ to })}
      />
    </div>
  );
}
