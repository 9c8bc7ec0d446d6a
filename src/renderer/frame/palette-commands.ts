import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { setAppearance, useAppearance } from '../data/appearance.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { show, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { closeEngagement, newWindow } from './commands.ts';
import { goElsewhere } from './elsewhere.ts';
import { linkTo, placeOf } from './link.ts';

export interface Command {
  id: string;
  label: string;
  run: () => void;
}

/** What the palette can do on every page. */
export function usePaletteCommands(onShortcuts: () => void): Command[] {
  const { t } = useWords();
  const { history } = useRouter();
  const { engagement } = useSession();
  const { density, narrowNavigation } = useAppearance();
  const { setColorScheme } = useMantineColorScheme();
  const copyLink = async () => {
    await navigator.clipboard.writeText(
      linkTo({ engagement: engagement.id, address: history.location.href }),
    );
    show({ message: t('frame.linkCopied') });
  };
  return [
    ...(engagement.readonly
      ? []
      : [{ id: 'scan', label: t('frame.verbs.scan'), run: () => history.push('/scans?setup=accounts') }]),
    { id: 'report', label: t('frame.verbs.report'), run: () => history.push('/reports') },
    { id: 'backup', label: t('frame.verbs.backup'), run: () => history.push('/settings?section=storage') },
    { id: 'print', label: t('frame.verbs.print'), run: () => void fieldbook.desktop.print({}) },
    { id: 'link', label: t('frame.copyLink'), run: () => void copyLink() },
    ...(['light', 'dark', 'auto'] as const).map((scheme) => ({
      id: scheme,
      label: `${t('frame.appearance')}: ${t(scheme === 'auto' ? 'frame.system' : `frame.${scheme}`)}`,
      run: () => setColorScheme(scheme),
    })),
    {
      id: 'density',
      label: t(density === 'compact' ? 'frame.comfortable' : 'frame.compact'),
      run: () => setAppearance({ density: density === 'compact' ? 'comfortable' : 'compact' }),
    },
    {
      id: 'navigation',
      label: t(narrowNavigation ? 'frame.expand' : 'frame.collapse'),
      run: () => setAppearance({ narrowNavigation: !narrowNavigation }),
    },
    { id: 'shortcuts', label: t('shortcuts.title'), run: onShortcuts },
    { id: 'window', label: t('frame.newWindow'), run: () => void newWindow() },
    { id: 'close', label: t('frame.closeEngagement'), run: () => void closeEngagement() },
  ];
}

/** What to do with a link that was pasted: nothing when it is none. */
export function useLink(text: string): Command[] {
  const { t } = useWords();
  const { history } = useRouter();
  const { engagement } = useSession();
  const recent = useQuery(ask('engagement', 'recent', {})).data?.files ?? [];
  const place = placeOf(text);
  if (place === null) return [];
  if (place.engagement === engagement.id)
    return [{ id: 'go', label: t('frame.linkGo'), run: () => history.push(place.address) }];
  const file = recent.find((one) => one.engagement === place.engagement);
  return [
    {
      id: 'elsewhere',
      label: file ? t('frame.linkOpen', { client: file.client }) : t('frame.linkElsewhere'),
      run: () => void goElsewhere(place, file?.path ?? null).catch(tellProblem),
    },
  ];
}
