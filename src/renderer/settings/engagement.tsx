import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Language, languages } from '../../shared/model/languages.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { LogoField } from './logo-field.tsx';
import classes from './settings.module.css';
import { TagPolicy } from './tag-policy.tsx';
import { TextSetting } from './text-setting.tsx';
import { useWorkspace } from './use-workspace.ts';

/** What this engagement is; kept in its own file. */
export function Engagement() {
  const { t } = useWords();
  const { engagement } = useSession();
  const { data: workspace, setPreferences } = useWorkspace();
  const logo = useQuery(ask('engagement', 'logo', {})).data;
  const { client, consultant, scope, language, currency, readonly } = engagement;
  const update = async (change: Parameters<typeof fieldbook.engagement.update>[0]) => {
    await fieldbook.engagement.update(change);
    const before = { client, consultant, scope, language };
    const undo = Object.fromEntries(
      Object.keys(change).map((name) => [name, before[name as keyof typeof before]]),
    );
    tell(t('settings.kept'), () => fieldbook.engagement.update(undo));
  };
  const required = t('settings.engagement.required');
  return (
    <>
      <Card title={t('settings.engagement.title')} note={t('settings.engagement.note')}>
        {readonly && <p className="secondary">{t('common.readonlyFile')}</p>}
        <div className={classes.form}>
          <TextSetting
            label={t('settings.engagement.client')}
            value={client}
            maxLength={200}
            required={required}
            disabled={readonly}
            onSave={(value) => update({ client: value })}
          />
          <TextSetting
            label={t('settings.engagement.consultant')}
            description={t('settings.engagement.consultantNote')}
            value={consultant}
            maxLength={200}
            required={required}
            disabled={readonly}
            onSave={(value) => update({ consultant: value })}
          />
          {workspace && (
            <TextSetting
              label={t('settings.engagement.person')}
              description={t('settings.engagement.personNote', { consultant })}
              value={workspace.preferences.person ?? ''}
              placeholder={consultant}
              maxLength={200}
              onSave={(value) => setPreferences({ person: value || null })}
            />
          )}
          <TextSetting
            label={t('settings.engagement.scope')}
            description={t('settings.engagement.scopeNote')}
            value={scope}
            maxLength={2000}
            long
            disabled={readonly}
            onSave={(value) => update({ scope: value })}
          />
          <div className={classes.pair}>
            <Select
              label={t('settings.engagement.language')}
              data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
              value={language}
              disabled={readonly}
              onChange={(value) => void update({ language: value as Language }).catch(tellProblem)}
            />
            <div className={classes.choice}>
              <span className={classes.label}>{t('settings.engagement.currency')}</span>
              <span>{t('settings.engagement.currencyNote', { currency })}</span>
            </div>
          </div>
          <LogoField
            label={t('settings.engagement.logo')}
            note={t('settings.engagement.logoNote')}
            logo={logo?.logo ?? null}
            disabled={readonly}
            onSet={(base64) => fieldbook.engagement.setLogo({ base64 })}
          />
        </div>
      </Card>
      <TagPolicy />
    </>
  );
}
