import {
  type MantineColorScheme,
  SegmentedControl,
  Select,
  Switch,
  useMantineColorScheme,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import { type Language, languages } from '../../shared/model/languages.ts';
import { setAppearance, useAppearance } from '../data/appearance.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

/** How this machine likes its window. */
export function Appearance() {
  const { t } = useWords();
  const { engagement } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, language, narrowNavigation } = useAppearance();
  return (
    <Card title={t('settings.appearance.title')} note={t('settings.appearance.note')}>
      <div className={classes.form}>
        <Choice
          label={t('settings.appearance.colours')}
          value={colorScheme}
          options={{
            auto: t('frame.system'),
            light: t('frame.light'),
            dark: t('frame.dark'),
          }}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        />
        <Choice
          label={t('settings.appearance.density')}
          value={density}
          options={{
            comfortable: t('settings.appearance.comfortable'),
            compact: t('settings.appearance.compact'),
          }}
          onChange={(value) => setAppearance({ density: value as typeof density })}
        />
        <Select
          label={t('settings.appearance.language')}
          description={t('settings.appearance.languageNote')}
          data={[
            {
              value: '',
              label: t('settings.appearance.asEngagement', {
                language: t(`languages.${engagement.language}`),
              }),
            },
            ...languages.map((value) => ({ value: value as string, label: t(`languages.${value}`) })),
          ]}
          value={language ?? ''}
          onChange={(value) => setAppearance({ language: (value || null) as Language | null })}
        />
        <NotificationsSwitch />
        <Switch
          label={t('settings.appearance.narrow')}
          checked={narrowNavigation}
          onChange={(event) => setAppearance({ narrowNavigation: event.currentTarget.checked })}
        />
      </div>
    </Card>
  );
}

/** Kept by main for all windows: it is main that sends them. */
function NotificationsSwitch() {
  const { t } = useWords();
  const { start } = useSession();
  const client = useQueryClient();
  const set = useMutation<unknown, FieldbookError, boolean>({
    mutationFn: (on) => fieldbook.desktop.setNotifications({ on }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['desktop', 'start'] }),
    onError: tellProblem,
  });
  return (
    <Switch
      label={t('settings.appearance.notifications')}
      checked={set.isPending ? set.variables : start.settings.notifications}
      onChange={(event) => set.mutate(event.currentTarget.checked)}
    />
  );
}

/** One of a few, all of them seen. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: Record<string, string>;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={classes.choice}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={onChange}
        data={Object.entries(options).map(([key, name]) => ({ value: key, label: name }))}
      />
    </div>
  );
}
