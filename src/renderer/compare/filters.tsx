import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { TagWish } from '../../shared/model/resource-query.ts';
import { Facet } from '../parts/facets/facet.tsx';
import facets from '../parts/facets/facets.module.css';
import { TagFacet } from '../parts/facets/tags.tsx';
import { facetValues } from '../parts/facets/values.ts';
import { useWords } from '../words.ts';

type Filter = { tag?: TagWish[] | undefined; text?: string | undefined };

interface Property<By> {
  by: By;
  title: string;
  label: (value: string) => string;
  /** Its values are Fieldbook's own, such as `high`, and stand for words. */
  words?: boolean;
}

interface Props<F extends Filter, By extends keyof F & string> {
  search: string;
  properties: readonly Property<By>[];
  filter: F;
  onChange: (filter: F) => void;
  /** Hooks that ask for what stands beside each value. */
  useCounts: (by: By) => readonly { value: string; count: number }[];
  useTagKeys: () => { keys: { key: string; count: number; lacking: number }[]; unread: number } | undefined;
  useTagValues: (key: string) => readonly { value: string; count: number }[];
}

/** What to choose changes by. */
export function ChangeFilters<F extends Filter, By extends keyof F & string>(props: Props<F, By>) {
  const { search, properties, filter, onChange, useCounts, useTagKeys, useTagValues } = props;
  const { t } = useWords();
  const [text, setText] = useState(filter.text ?? '');
  const find = useDebouncedCallback(
    (words: string) => onChange({ ...filter, text: words || undefined }),
    150,
  );
  const tags = useTagKeys();
  const filtered = Object.values(filter).some((one) => (Array.isArray(one) ? one.length > 0 : one));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard
    <section className={facets.side} aria-label={t('compare.filters')} tabIndex={0}>
      <TextInput
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          find(value);
        }}
        placeholder={search}
        aria-label={search}
        leftSection={<IconSearch size={14} />}
      />
      {filtered && (
        <Button
          onClick={() => {
            setText('');
            onChange({} as F);
          }}
        >
          {t('compare.clear')}
        </Button>
      )}
      {properties.map((property) => (
        <Counted
          key={property.by}
          {...property}
          chosen={(filter[property.by] as string[] | undefined) ?? []}
          onChange={(values) =>
            onChange({ ...filter, [property.by]: values.length > 0 ? values : undefined })
          }
          useCounts={useCounts}
        />
      ))}
      {tags ? (
        <TagFacet
          keys={tags.keys}
          unread={tags.unread}
          chosen={filter.tag ?? []}
          onChange={(tag) => onChange({ ...filter, tag: tag.length > 0 ? tag : undefined })}
          useValues={useTagValues}
        />
      ) : (
        <p className="secondary">{t('resources.tagsReading')}</p>
      )}
    </section>
  );
}

interface CountedProps<By> extends Property<By> {
  chosen: string[];
  onChange: (values: string[]) => void;
  useCounts: (by: By) => readonly { value: string; count: number }[];
}

function Counted<By extends string>(props: CountedProps<By>) {
  const { by, title, label, words, chosen, onChange, useCounts } = props;
  const values = facetValues(useCounts(by), chosen, { label, ...(!words && { title: String }) });
  return <Facet title={title} values={values} chosen={chosen} onChange={onChange} />;
}
