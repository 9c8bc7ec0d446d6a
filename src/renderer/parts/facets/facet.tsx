import { Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../../words.ts';
import classes from './facets.module.css';
import type { FacetValue } from './values.ts';

interface Props {
  title: string;
  values: readonly FacetValue[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

const SHOWN = 7;

/** Values of one property to choose from, with how many there are of each. */
export function Facet({ title, values, chosen, onChange }: Props) {
  const { t, number } = useWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? values : values.filter(({ value }, at) => at < SHOWN || chosen.includes(value));
  if (values.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.facet}>
      <h2 id={id}>{title}</h2>
      <ul>
        {shown.map(({ value, label, count, title: more }) => (
          <li key={value}>
            <Checkbox
              label={<span title={more}>{label}</span>}
              checked={chosen.includes(value)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
              classNames={{ root: classes.check!, body: classes.body!, labelWrapper: classes.label! }}
            />
            <span className={classes.count}>{number(count)}</span>
          </li>
        ))}
      </ul>
      {values.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('resources.showMore', { count: values.length - shown.length })}
        </button>
      )}
    </section>
  );
}
