import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { ask } from '../data/query.ts';
import { useSnapshots, useWhich } from '../data/snapshot.ts';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import { pages } from './pages.ts';
import { useLink, usePaletteCommands } from './palette-commands.ts';

const [store, palette] = createSpotlight();
export const openPalette = palette.open;

const FOUND = 6;

/** The first line is the one that Enter runs, also when the line before it was taken away by what was found later. */
function keepOneSelected(): void {
  const list = document.getElementById(store.getState().listId);
  if (!list || list.querySelector('[data-selected]')) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** One field for everything: pages, commands, findings, resources and accounts. */
export function Palette({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useWords();
  const go = useNavigate();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query.trim(), 120);
  const which = useWhich();
  const shown = useSnapshots()?.shown;
  const enabled = text.length > 1 && shown !== undefined;
  const findings = useQuery({
    ...ask('findings', 'page', { ...which, limit: FOUND, filter: { text, status: ['fail'] } }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const resources = useQuery({
    ...ask('resources', 'page', { ...which, limit: FOUND, filter: { text } }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const has = (...names: string[]) =>
    names.some((name) => name.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()));
  const goTo = pages.filter(({ id }) => has(t(`${id}.title`)));
  const commands = usePaletteCommands(onShortcuts).filter(({ label }) => has(label));
  const link = useLink(query);
  const accounts = (enabled ? shown.accounts : []).filter(({ id, name }) => has(id, name)).slice(0, FOUND);
  // What was found for fewer letters stays until the answer to more is there, but for what they rule out: Enter must
  // open nothing else than what was typed.
  const late = query.trim() !== text;
  const foundFindings = (enabled ? (findings.data?.findings ?? []) : []).filter(
    ({ title, resource }) => !(late || findings.isPlaceholderData) || has(title, resource.name, resource.arn),
  );
  const foundResources = (enabled ? (resources.data?.resources ?? []) : []).filter(
    ({ name, arn, type }) => !(late || resources.isPlaceholderData) || has(name, arn, type),
  );
  const nothing =
    link.length +
      goTo.length +
      commands.length +
      accounts.length +
      foundFindings.length +
      foundResources.length ===
    0;
  useEffect(() => {
    if (query !== '') keepOneSelected();
  });
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight={440}
      shortcut={null}
      transitionProps={{ duration: 0 }}
    >
      {/* There and in focus within the key press that opens it: what is typed at once is typed here. */}
      <Spotlight.Search
        autoFocus
        placeholder={t('frame.palette')}
        leftSection={<IconSearch size={16} />}
        aria-label={t('frame.palette')}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && query !== '') keepOneSelected();
        }}
      />
      <Spotlight.ActionsList>
        {link.map(({ label, run }) => (
          <Spotlight.Action key={label} label={label} description={query} onClick={run} />
        ))}
        {goTo.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.pages')}>
            {goTo.map((page) => (
              <Spotlight.Action
                key={page.id}
                label={t(`${page.id}.title`)}
                leftSection={<page.icon size={16} stroke={1.5} />}
                onClick={() => void go({ to: page.path })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.commands')}>
            {commands.map(({ id, label, run }) => (
              <Spotlight.Action key={id} label={label} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {accounts.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.accounts')}>
            {accounts.map(({ id, name }) => (
              <Spotlight.Action
                key={id}
                label={name || id}
                description={id}
                onClick={() => void go({ to: '/resources', search: { account: [id] } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {foundFindings.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.findings')}>
            {foundFindings.map(({ ref, severity, title, resource }) => (
              <Spotlight.Action
                key={ref}
                label={title}
                description={resource.name || resource.arn}
                leftSection={<SeverityMark severity={severity} />}
                onClick={() => void go({ to: '/findings', search: { finding: ref } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {foundResources.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.resources')}>
            {foundResources.map(({ arn, account, name, type }) => (
              <Spotlight.Action
                key={`${account} ${arn}`}
                label={name || arn}
                description={type}
                onClick={() => void go({ to: '/resources', search: { resource: arn, seenFrom: account } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>{t('frame.paletteEmpty')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
