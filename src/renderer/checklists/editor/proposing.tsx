import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../data/query.ts';
import { useWords } from '../../words.ts';

interface Props {
  checks: string[];
  error: ReactNode;
  onChange: (checks: string[]) => void;
}

/** Rows that are drawn while nothing is typed; there are hundreds of checks. */
const SHOWN = 50;

/** The checks whose verdicts propose the answer. */
export function Proposing({ checks, error, onChange }: Props) {
  const { t } = useWords();
  const { data } = useQuery(ask('checks', 'list', {}));
  const known = data?.checks.map(({ id, title }) => ({ value: id, label: title })) ?? [];
  // One that this version does not have stays, under its id, until somebody takes it out.
  const foreign = checks.filter((id) => !known.some(({ value }) => value === id));
  return (
    <MultiSelect
      searchable
      limit={SHOWN}
      label={t('checklists.editor.checks')}
      description={t('checklists.editor.checksHint')}
      nothingFoundMessage={t('checklists.editor.noCheck')}
      error={error}
      value={checks}
      data={[...known, ...foreign.map((id) => ({ value: id, label: id }))]}
      filter={({ options, search, limit }) => {
        const wanted = search.trim().toLocaleLowerCase();
        return options
          .filter(
            (one) =>
              'value' in one &&
              (one.label.toLocaleLowerCase().includes(wanted) || one.value.includes(wanted)),
          )
          .slice(0, limit);
      }}
      onChange={onChange}
    />
  );
}
