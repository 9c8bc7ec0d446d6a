import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Preferences } from '../../shared/model/preferences.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { explain } from '../parts/explain.ts';
import { useUnderHome } from '../parts/path.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';
import { TextSetting } from './text-setting.tsx';
import { useWorkspace } from './use-workspace.ts';

type Network = Answer<'workspace', 'network'>;

/** Where profiles are and how the network is reached, with what is found there. */
export function Aws() {
  const { t } = useWords();
  const written = useUnderHome();
  const { data, error, setPreferences } = useWorkspace();
  const network = useQuery(ask('workspace', 'network', {}));
  const problem = error ?? network.error;
  if (problem) return <Problem error={problem.toData()} />;
  if (!data || !network.data) return <RowsSkeleton rows={6} />;
  const found = network.data;
  const setting = (
    name: keyof Preferences & ('awsConfigFile' | 'awsCredentialsFile' | 'proxy' | 'caBundle'),
    of: keyof Network,
  ) => (
    <div>
      <TextSetting
        label={t(`settings.aws.${of}`)}
        description={t(`settings.aws.${of}Note`)}
        placeholder={found[of].from === 'settings' ? '' : written(found[of].value ?? '')}
        value={data.preferences[name] ?? ''}
        onSave={(value) => setPreferences({ [name]: value || null })}
      />
      <Found what={of} found={found[of]} />
    </div>
  );
  return (
    <>
      <Card title={t('settings.aws.files')} note={t('settings.aws.filesNote')}>
        <div className={classes.form}>
          {setting('awsConfigFile', 'config')}
          {setting('awsCredentialsFile', 'credentials')}
        </div>
      </Card>
      <Card title={t('settings.aws.network')} note={t('settings.aws.networkNote')}>
        <div className={classes.form}>
          {setting('proxy', 'proxy')}
          {setting('caBundle', 'caBundle')}
        </div>
      </Card>
    </>
  );
}

function Found({ what, found }: { what: keyof Network; found: Network[keyof Network] }) {
  const words = useWords();
  const { t } = words;
  const written = useUnderHome();
  const from = t(`settings.aws.from.${found.from}`);
  if (found.problem) {
    const { what: why, next } = explain(found.problem, words);
    return (
      <p className={`${classes.found} small`}>
        <IconAlertTriangle size={14} stroke={1.5} aria-hidden className={classes.bad} />
        <span>
          {why} {next}
        </span>
      </p>
    );
  }
  if (!found.exists)
    return (
      <p className={`${classes.found} secondary small`}>
        <IconCircleDashed size={14} stroke={1.5} aria-hidden />
        {what === 'proxy' || what === 'caBundle'
          ? t('settings.aws.none')
          : t('settings.aws.missing', { path: written(found.value ?? '') })}
      </p>
    );
  return (
    <p className={`${classes.found} small`}>
      <IconCircleCheck size={14} stroke={1.5} aria-hidden className={classes.good} />
      <span>
        {written(found.value ?? '')} <span className="secondary">({from})</span>
        {found.holds !== null &&
          ` · ${t(what === 'caBundle' ? 'settings.aws.certificates' : 'settings.aws.profiles', { count: found.holds })}`}
      </span>
    </p>
  );
}
