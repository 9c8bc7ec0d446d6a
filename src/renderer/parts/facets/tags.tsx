import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { TagWish } from '../../../shared/model/resource-query.ts';
import { useWords } from '../../words.ts';
import { Facet } from './facet.tsx';
import classes from './facets.module.css';
import { facetValues } from './values.ts';

interface Props {
  keys: readonly { key: string; count: number; lacking: number }[];
  unread: number;
  chosen: readonly TagWish[];
  onChange: (chosen: TagWish[]) => void;
  /** Values of a key that is unfolded. */
  useValues: (key: string) => readonly { value: string; count: number }[];
}

const SHOWN = 8;
/** A value cannot hold it, so it can stand for having no such tag. */
const WITHOUT = '\u0000';

/** Tags to choose from: a key unfolds to its values, and to going without it. */
export function TagFacet({ keys, unread, chosen, onChange, useValues }: Props) {
  const { t } = useWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all
    ? keys
    : keys.filter(({ key }, at) => at < SHOWN || chosen.some((one) => one.key === key));
  return (
    <section aria-labelledby={id} className={classes.facet}>
      <h2 id={id}>{t('resources.tags')}</h2>
      {keys.length === 0 && <p className="secondary">{t('resources.noTags')}</p>}
      <ul>
        {shown.map((one) => (
          <Key
            key={one.key}
            name={one.key}
            count={one.count}
            lacking={one.lacking}
            chosen={chosen}
            onChange={onChange}
            useValues={useValues}
          />
        ))}
      </ul>
      {keys.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('resources.showMore', { count: keys.length - shown.length })}
        </button>
      )}
      {unread > 0 && <p className={classes.unread}>{t('resources.tagsUnread', { count: unread })}</p>}
    </section>
  );
}

interface KeyProps extends Pick<Props, 'chosen' | 'onChange' | 'useValues'> {
  name: string;
  count: number;
  lacking: number;
}

function Key({ name, count, lacking, chosen, onChange, useValues }: KeyProps) {
  const { number } = useWords();
  const wishes = chosen.filter(({ key }) => key === name);
  const [open, setOpen] = useState(wishes.length > 0);
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.key}>
      <button type="button" aria-expanded={open} className={classes.fold} onClick={() => setOpen(!open)}>
        <Icon size={12} aria-hidden /> <span title={name}>{name}</span>
      </button>
      <span className={classes.count}>{number(count)}</span>
      {open && (
        <Values
          name={name}
          lacking={lacking}
          wishes={wishes}
          onChange={(next) => onChange([...chosen.filter(({ key }) => key !== name), ...next])}
          useValues={useValues}
        />
      )}
    </li>
  );
}

interface ValuesProps extends Pick<Props, 'useValues'> {
  name: string;
  lacking: number;
  wishes: TagWish[];
  onChange: (wishes: TagWish[]) => void;
}

function Values({ name, lacking, wishes, onChange, useValues }: ValuesProps) {
  const { t } = useWords();
  const counts = useValues(name);
  const without = { value: WITHOUT, count: lacking };
  const chosen = wishes.map(({ value }) => value ?? WITHOUT);
  return (
    <Facet
      title={t('resources.tagValues', { key: name })}
      values={facetValues(lacking > 0 ? [without, ...counts] : counts, chosen, {
        label: (value) => (value === WITHOUT ? t('resources.without', { key: name }) : value || '""'),
      })}
      chosen={chosen}
      onChange={(next) =>
        onChange(next.map((value) => ({ key: name, value: value === WITHOUT ? null : value })))
      }
    />
  );
}
