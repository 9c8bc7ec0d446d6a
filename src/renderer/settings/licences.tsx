import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../data/query.ts';
import { Card } from '../parts/card.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

/** What ships with Fieldbook and under which licences. */
export function Licences() {
  const { t } = useWords();
  const { data, error } = useQuery(ask('app', 'licences', {}));
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <Problem error={error.toData()} />;
  if (!data) return <RowsSkeleton rows={10} />;
  const wanted = filter.trim().toLowerCase();
  const shown = data.packages.filter(({ name, licence }) =>
    `${name} ${licence}`.toLowerCase().includes(wanted),
  );
  const one = data.packages.find(({ name, version }) => `${name} ${version}` === chosen);
  return (
    <Card
      title={t('settings.licences.title')}
      note={t('settings.licences.note', { count: data.packages.length })}
    >
      <div className={classes.licences}>
        <div>
          <TextInput
            aria-label={t('settings.licences.filter')}
            placeholder={t('settings.licences.filter')}
            value={filter}
            mb={8}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <section className={classes.packages} aria-label={t('settings.licences.title')} tabIndex={0}>
            <ul>
              {shown.map(({ name, version, licence }) => {
                const key = `${name} ${version}`;
                return (
                  <li key={key}>
                    <button
                      type="button"
                      className={classes.package}
                      aria-pressed={key === chosen}
                      onClick={() => setChosen(key)}
                    >
                      <span>
                        {name} <span className="secondary small">{version}</span>
                      </span>
                      <span className="secondary small" lang="en">
                        {licence}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
            {shown.length === 0 && <p className="secondary">{t('settings.licences.nothing')}</p>}
          </section>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <section className={classes.licence} aria-label={t('settings.licences.text')} tabIndex={0}>
          {!one ? (
            <p className="secondary">{t('settings.licences.choose')}</p>
          ) : one.text === null ? (
            <p>{t('settings.licences.noText', { name: one.name, licence: one.licence })}</p>
          ) : (
            <LicenceText text={one.text} />
          )}
        </section>
      </div>
    </Card>
  );
}

function LicenceText({ text }: { text: number }) {
  const { data, error } = useQuery(ask('app', 'licenceText', { text }));
  if (error) return <Problem error={error.toData()} />;
  return data ? <pre>{data.text}</pre> : <RowsSkeleton rows={6} />;
}
