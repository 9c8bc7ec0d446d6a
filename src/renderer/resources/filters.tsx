import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ResourceFilter, resourceFacets } from '../../shared/model/resource-query.ts';
import { useAccountName } from '../data/accounts.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { Facet } from '../parts/facets/facet.tsx';
import facets from '../parts/facets/facets.module.css';
import { TagFacet } from '../parts/facets/tags.tsx';
import { facetValues } from '../parts/facets/values.ts';
import { typeName } from '../parts/service.ts';
import { useWords } from '../words.ts';
import type { ResourcesSearch } from './search.ts';

/** All of them. */
export const nothing = {
  type: undefined,
  account: undefined,
  region: undefined,
  tag: undefined,
  failing: undefined,
  text: undefined,
} satisfies Partial<ResourcesSearch>;

interface FiltersProps {
  filter: ResourceFilter;
  filtered: boolean;
  onChange: (change: Partial<ResourcesSearch>) => void;
}

/** What to choose the resources by, with how many there are of each. */
export function Filters({ filter, filtered, onChange }: FiltersProps) {
  const { t } = useWords();
  const which = useWhich();
  const accountName = useAccountName();
  const [text, setText] = useState(filter.text ?? '');
  const search = useDebouncedCallback((words: string) => onChange({ text: words || undefined }), 150);
  const labels = { type: typeName, account: accountName, region: (value: string) => value };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard
    <section className={facets.side} aria-label={t('resources.filters')} tabIndex={0}>
      <TextInput
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          search(value);
        }}
        placeholder={t('resources.search')}
        aria-label={t('resources.search')}
        leftSection={<IconSearch size={14} />}
      />
      <Checkbox
        label={t('resources.failingOnly')}
        checked={filter.failing ?? false}
        onChange={({ currentTarget: { checked } }) => onChange({ failing: checked || undefined })}
      />
      {filtered && (
        <Button
          onClick={() => {
            setText('');
            onChange(nothing);
          }}
        >
          {t('resources.clear')}
        </Button>
      )}
      {resourceFacets.map((by) => (
        <Counted
          key={by}
          by={by}
          title={t(`resources.${by}`)}
          which={which}
          filter={filter}
          label={labels[by]}
          onChange={(values) => onChange({ [by]: values.length > 0 ? values : undefined })}
        />
      ))}
      <Tags which={which} filter={filter} onChange={onChange} />
    </section>
  );
}

interface CountedProps {
  by: (typeof resourceFacets)[number];
  title: string;
  which: { snapshot?: string };
  filter: ResourceFilter;
  label: (value: string) => string;
  onChange: (values: string[]) => void;
}

function Counted({ by, title, which, filter, label, onChange }: CountedProps) {
  const { data } = useQuery({
    ...ask('resources', 'counts', { ...which, filter, by }),
    placeholderData: keepPreviousData,
  });
  const chosen = filter[by] ?? [];
  const values = facetValues(data?.counts ?? [], chosen, { label, title: String });
  return <Facet title={title} values={values} chosen={chosen} onChange={onChange} />;
}

function Tags({
  which,
  filter,
  onChange,
}: Pick<CountedProps, 'which' | 'filter'> & Pick<FiltersProps, 'onChange'>) {
  const { t } = useWords();
  const { data } = useQuery({
    ...ask('resources', 'tagKeys', { ...which, filter }),
    placeholderData: keepPreviousData,
  });
  const useValues = (key: string) =>
    useQuery({
      ...ask('resources', 'tagValues', { ...which, filter, key }),
      placeholderData: keepPreviousData,
    }).data?.counts ?? [];
  if (!data) return <p className="secondary">{t('resources.tagsReading')}</p>;
  return (
    <TagFacet
      keys={data.keys}
      unread={data.unread}
      chosen={filter.tag ?? []}
      onChange={(tag) => onChange({ tag: tag.length > 0 ? tag : undefined })}
      useValues={useValues}
    />
  );
}
