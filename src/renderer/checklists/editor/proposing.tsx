import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../data/query.ts';
import { Several } from '../../parts/several.tsx';
import { useWords } from '../../words.ts';

interface Props {
  checks: string[];
  error: ReactNode;
  onChange: (checks: string[]) => void;
}

/** The checks whose verdicts propose the answer. */
export function Proposing({ checks, error, onChange }: Props) {
  const { t } = useWords();
  const { data } = useQuery(ask('checks', 'list', {}));
  return (
    <Several
      label={t('checklists.editor.checks')}
      description={t('checklists.editor.checksHint')}
      nothing={t('checklists.editor.noCheck')}
      error={error}
      value={checks}
      known={data?.checks.map(({ id, title }) => ({ value: id, label: title })) ?? []}
      onChange={onChange}
    />
  );
}
