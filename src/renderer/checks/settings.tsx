import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { CheckSetting } from '../../shared/model/check-setting.ts';
import { type Severity, severities } from '../../shared/model/finding.ts';
import { useDraft } from '../data/draft.ts';
import { useSession } from '../data/session.ts';
import { useWords } from '../words.ts';
import type { CheckData } from './catalogue.ts';
import classes from './checks.module.css';
import { useConfigure } from './configure.tsx';
import { Preview } from './preview.tsx';

const settingOf = ({ id, off, severity, ownSeverity, parameters }: CheckData): CheckSetting => ({
  check: id,
  off,
  severity: severity === ownSeverity ? null : severity,
  parameters:
    parameters.length > 0 ? Object.fromEntries(parameters.map(({ name, value }) => [name, value])) : null,
});

interface Props {
  check: CheckData;
  judged: boolean;
}

/** How the engagement wants the check. What it would change is shown before it is applied. */
export function Settings(props: Props) {
  // Under other settings the form begins anew; what is drafted stays until it is applied or dropped.
  return <Form key={JSON.stringify(settingOf(props.check))} {...props} />;
}

function Form({ check, judged }: Props) {
  const { t } = useWords();
  const { engagement } = useSession();
  const kept = settingOf(check);
  const [draft, setDraft, dropDraft] = useDraft(`settings of ${check.id}`, kept);
  const [settled] = useDebouncedValue(draft, 350);
  const { apply, busy } = useConfigure();
  const { readonly } = engagement;
  const set = (change: Partial<CheckSetting>) => setDraft((old) => ({ ...old, ...change }));
  const differs = JSON.stringify(draft) !== JSON.stringify(kept);
  const usable = draft.off === null || draft.off.trim() !== '';
  const title = check.title;
  return (
    <section className={classes.settings}>
      <h3>{t('checks.settings.title')}</h3>
      {readonly && <p className="secondary small">{t('common.readonlyFile')}</p>}
      <Switch
        label={t('checks.settings.on')}
        checked={draft.off === null}
        disabled={readonly || busy}
        onChange={(event) => set({ off: event.currentTarget.checked ? null : (kept.off ?? '') })}
      />
      {draft.off !== null && (
        <TextInput
          label={t('checks.settings.reason')}
          placeholder={t('checks.settings.reasonHint')}
          withAsterisk
          required
          maxLength={500}
          value={draft.off}
          disabled={readonly || busy}
          onChange={(event) => set({ off: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('checks.columns.severity')}
        value={draft.severity ?? check.ownSeverity}
        disabled={readonly || busy || draft.off !== null}
        data={severities.map((value) => ({
          value,
          label:
            value === check.ownSeverity
              ? t('checks.settings.own', { severity: t(`severities.${value}`) })
              : t(`severities.${value}`),
        }))}
        onChange={(value) => set({ severity: value === check.ownSeverity ? null : (value as Severity) })}
      />
      {check.parameters.map(({ name, label, kind, default: usual, least, most }) => (
        <NumberInput
          key={name}
          label={label}
          description={t('checks.settings.usual', { value: usual })}
          value={draft.parameters?.[name] ?? usual}
          allowDecimal={kind === 'number'}
          step={kind === 'number' && most === 1 ? 0.05 : 1}
          {...(least !== null && { min: least })}
          {...(most !== null && { max: most })}
          disabled={readonly || busy || draft.off !== null}
          onChange={(value) =>
            typeof value === 'number' && set({ parameters: { ...draft.parameters, [name]: value } })
          }
        />
      ))}
      {differs && usable && judged && settled === draft && <Preview setting={settled} />}
      {differs && (
        <div className={classes.buttons}>
          <Button
            variant="filled"
            disabled={!usable || readonly}
            loading={busy}
            onClick={() => void apply([draft], title)}
          >
            {t('checks.settings.apply')}
          </Button>
          <Button disabled={busy} onClick={dropDraft}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </section>
  );
}
