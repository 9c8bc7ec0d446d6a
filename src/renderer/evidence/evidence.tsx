import { Button, Select, TextInput } from '@mantine/core';
import { IconPaperclip, IconSearch, IconTerminal2 } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { EvidenceFilter } from '../../shared/contract/evidence.ts';
import { evidenceKinds, expiries, linkKinds } from '../../shared/model/records/evidence.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { Empty } from '../parts/empty.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { Capture } from './capture.tsx';
import classes from './evidence.module.css';
import { EvidencePanel } from './panel.tsx';
import { Pieces } from './pieces.tsx';
import type { EvidenceSearch } from './search.ts';
import { useAddEvidence, useDrop, usePaste } from './use-add.ts';
import { VerifyButton } from './verify.tsx';

export const route = createLazyRoute('/evidence')({ component: EvidencePage });

/** Pieces that are shown before somebody asks for more. */
const PAGE = 60;

/** What shows that the statements of the engagement are true. */
function EvidencePage() {
  const { t } = useWords();
  const { filter = {}, piece } = route.useSearch() as EvidenceSearch;
  const { readonly } = useSession().engagement;
  const go = useNavigate({ from: '/evidence' });
  const look = useCallback(
    (change: Partial<EvidenceSearch>, replace = true) =>
      void go({ search: ((old: EvidenceSearch) => ({ ...old, ...change })) as never, replace }),
    [go],
  );
  const [limit, setLimit] = useState(PAGE);
  const [capture, setCapture] = useState<string>();
  const { data, error, refetch } = useQuery({
    ...ask('evidence', 'page', { filter, limit }),
    placeholderData: keepPreviousData,
  });
  const links = filter.link ? [filter.link] : [];
  const add = useAddEvidence(links, (id) => look({ piece: id }));
  const over = useDrop((files) => void add.files(files));
  usePaste({ picture: (blob) => void add.picture(blob), text: setCapture });
  const close = () => look({ piece: undefined });
  const change = (more: Partial<EvidenceFilter>) => {
    const next = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== undefined);
    look({ filter: next.length > 0 ? (Object.fromEntries(next) as EvidenceFilter) : undefined });
  };
  if (error)
    return (
      <Page title={t('evidence.title')}>
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data) return <PageSkeleton />;
  const { counts, total, pieces } = data;
  const due = counts.expiries.expired + counts.expiries.soon;
  return (
    <Split
      id="evidence"
      label={t('evidence.panel')}
      onClose={close}
      panel={piece === undefined ? null : <EvidencePanel key={piece} id={piece} onClose={close} />}
    >
      <Page
        fill
        title={t('evidence.title')}
        lead={[
          t('evidence.lead', { count: counts.all }),
          ...(due > 0 ? [t('evidence.due', { count: due })] : []),
        ].join(' · ')}
        actions={
          <>
            {counts.all > 0 && <VerifyButton />}
            {!readonly && (
              <>
                <Button leftSection={<IconTerminal2 size={14} />} onClick={() => setCapture('')}>
                  {t('evidence.capture.open')}
                </Button>
                <FileButton multiple onChange={(files) => void add.files(files)}>
                  {(props) => (
                    <Button
                      {...props}
                      variant="filled"
                      loading={add.busy}
                      leftSection={<IconPaperclip size={14} />}
                    >
                      {t('evidence.choose')}
                    </Button>
                  )}
                </FileButton>
              </>
            )}
          </>
        }
      >
        <Filters filter={filter} onChange={change} counts={counts} />
        <div className={classes.place} data-over={over || undefined}>
          {!readonly && <p className={classes.hint}>{t(over ? 'evidence.dropNow' : 'evidence.hint')}</p>}
          {total > 0 ? (
            <Pieces
              pieces={pieces}
              open={piece}
              onOpen={(id) => look({ piece: id }, piece !== undefined)}
              onClose={close}
            />
          ) : (
            <Empty
              what={t(counts.all === 0 ? 'evidence.nothing' : 'evidence.noMatch')}
              {...(counts.all === 0
                ? { next: t('evidence.nothingNext') }
                : {
                    action: (
                      <Button onClick={() => look({ filter: undefined })}>{t('evidence.clear')}</Button>
                    ),
                  })}
            />
          )}
          {pieces.length < total && (
            <Button mt={12} onClick={() => setLimit(limit + PAGE)}>
              {t('evidence.more', { count: total - pieces.length })}
            </Button>
          )}
        </div>
        {capture !== undefined && (
          <Capture
            text={capture}
            onClose={() => setCapture(undefined)}
            onAdd={(text, title) => void add.text(text, title)}
          />
        )}
      </Page>
    </Split>
  );
}

type Counts = {
  kinds: Record<string, number>;
  expiries: Record<string, number>;
  linked: Record<string, number>;
};

function Filters({
  filter,
  onChange,
  counts,
}: {
  filter: EvidenceFilter;
  onChange: (change: Partial<EvidenceFilter>) => void;
  counts: Counts;
}) {
  const { t, number } = useWords();
  const choice = <V extends string>(
    label: string,
    all: string,
    values: readonly { value: V; label: string; count: number }[],
    chosen: readonly V[] | undefined,
    choose: (value: V[] | undefined) => void,
  ) => (
    <Select
      w={186}
      aria-label={label}
      value={chosen?.[0] ?? 'all'}
      data={[
        { value: 'all', label: all },
        ...values.map(({ value, label, count }) => ({ value, label: `${label} (${number(count)})` })),
      ]}
      onChange={(value) => choose(value === 'all' ? undefined : [value as V])}
    />
  );
  return (
    <search className={classes.filters}>
      <TextInput
        flex={1}
        miw={140}
        leftSection={<IconSearch size={14} />}
        aria-label={t('evidence.search')}
        placeholder={t('evidence.search')}
        value={filter.text ?? ''}
        onChange={(event) => onChange({ text: event.currentTarget.value || undefined })}
      />
      {choice(
        t('evidence.kind'),
        t('evidence.allKinds'),
        evidenceKinds.map((value) => ({
          value,
          label: t(`evidence.kinds.${value}`),
          count: counts.kinds[value]!,
        })),
        filter.kinds,
        (kinds) => onChange({ kinds }),
      )}
      {choice(
        t('evidence.linkedTo'),
        t('evidence.allLinks'),
        [...linkKinds, 'none' as const].map((value) => ({
          value,
          label: t(`evidence.links.${value}`),
          count: counts.linked[value]!,
        })),
        filter.linked,
        (linked) => onChange({ linked }),
      )}
      {choice(
        t('evidence.expiry'),
        t('evidence.allExpiries'),
        expiries.map((value) => ({
          value,
          label: t(`evidence.expiries.${value}`),
          count: counts.expiries[value]!,
        })),
        filter.expiries,
        (expiries) => onChange({ expiries }),
      )}
      {filter.link && (
        <Button variant="subtle" onClick={() => onChange({ link: undefined })}>
          {t('evidence.onlyOf', { id: filter.link.id })}
        </Button>
      )}
    </search>
  );
}
