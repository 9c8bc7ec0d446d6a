import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  description: string;
  /** What is said when nothing matches what is typed. */
  nothing: string;
  value: string[];
  known: readonly { value: string; label: string }[];
  error?: ReactNode;
  onChange: (ids: string[]) => void;
}

/** Rows that are drawn while nothing is typed; there are hundreds of checks. */
const SHOWN = 50;

/** Several of those there are, found by title or id. One that is not there stays, under its id, until it is taken out. */
export function Several({ nothing, value, known, ...rest }: Props) {
  const foreign = value.filter((id) => !known.some((one) => one.value === id));
  return (
    <MultiSelect
      {...rest}
      searchable
      limit={SHOWN}
      nothingFoundMessage={nothing}
      value={value}
      data={[...known, ...foreign.map((id) => ({ value: id, label: id }))]}
      filter={({ options, search, limit }) => {
        const wanted = search.trim().toLocaleLowerCase();
        return options
          .filter(
            (one) =>
              'value' in one &&
              (one.label.toLocaleLowerCase().includes(wanted) || String(one.value).includes(wanted)),
          )
          .slice(0, limit);
      }}
    />
  );
}
