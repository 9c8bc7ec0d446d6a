import { useQuery } from '@tanstack/react-query';
import type { BrandingSettings } from '../../shared/model/branding.ts';
import type { Preferences } from '../../shared/model/preferences.ts';
import { ask } from '../data/query.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell } from '../parts/notify.tsx';
import { useWords } from '../words.ts';

/** The workspace, and ways to change it that can be taken back. */
export function useWorkspace() {
  const { t } = useWords();
  const { data, error } = useQuery(ask('workspace', 'get', {}));
  const setPreferences = async (preferences: Partial<Preferences>) => {
    const before = partsOf(data!.preferences, preferences);
    await fieldbook.workspace.setPreferences({ preferences });
    tell(t('settings.kept'), () => fieldbook.workspace.setPreferences({ preferences: before }));
  };
  const setBranding = async (branding: Partial<BrandingSettings>) => {
    const before = partsOf(data!.branding, branding);
    await fieldbook.workspace.setBranding({ branding });
    tell(t('settings.kept'), () => fieldbook.workspace.setBranding({ branding: before }));
  };
  return { data, error, setPreferences, setBranding };
}

/** What the parts that change are now. */
const partsOf = <T extends object>(all: T, change: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.keys(change).map((name) => [name, all[name as keyof T]])) as Partial<T>;
