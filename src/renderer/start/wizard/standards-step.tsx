import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ownAccent } from '../../../shared/colour.ts';
import { fieldbook } from '../../fieldbook.ts';
import { Accent } from '../../settings/accent.tsx';
import { Contrast } from '../../settings/contrast.tsx';
import { LogoField } from '../../settings/logo-field.tsx';
import { useWorkspace } from '../../settings/use-workspace.ts';
import { useWords } from '../../words.ts';
import type { Draft } from './draft.ts';
import type { StepProps } from './step.ts';
import classes from './wizard.module.css';

/** The tag policy that was agreed on, and what reports look like. */
export function StandardsStep(props: StepProps) {
  return (
    <>
      <TagPolicy {...props} />
      <Branding {...props} />
    </>
  );
}

function TagPolicy({ draft, change, fault }: StepProps) {
  const { t } = useWords();
  const tag = (id: string, one: Partial<Draft['tags'][number]>) =>
    change({ tags: draft.tags.map((each) => (each.id === id ? { ...each, ...one } : each)) });
  return (
    <fieldset className={classes.group}>
      <legend>{t('wizard.tags')}</legend>
      <p className="secondary">{t('wizard.tagsLead')}</p>
      {draft.tags.map(({ id, key, values }) => (
        <div key={id} className={classes.tag}>
          <TextInput
            aria-label={t('wizard.tagKey')}
            placeholder={t('wizard.tagKey')}
            value={key}
            maxLength={128}
            error={fault(`tags.${id}`)}
            onChange={(event) => tag(id, { key: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`${t('wizard.tagValues')}. ${t('wizard.tagValuesHint')}`}
            placeholder={t('wizard.tagValuesHint')}
            value={values}
            onChange={(event) => tag(id, { values: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={t('wizard.removeTag', { key })}
            onClick={() => change({ tags: draft.tags.filter((each) => each.id !== id) })}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => change({ tags: [...draft.tags, { id: crypto.randomUUID(), key: '', values: '' }] })}
      >
        {t('wizard.addTag')}
      </Button>
    </fieldset>
  );
}

/** Both may be left out, and be said later under Settings. */
function Branding({ draft, change }: StepProps) {
  const { t } = useWords();
  const { data: workspace } = useWorkspace();
  const [picked, setPicked] = useState<string | null>(null);
  const accent = draft.accent === undefined ? (workspace?.branding.accent ?? null) : draft.accent;
  return (
    <fieldset className={classes.group}>
      <legend>{t('settings.branding.title')}</legend>
      <p className="secondary">{t('wizard.brandingLead')}</p>
      <LogoField
        quiet
        label={t('settings.engagement.logo')}
        note={t('settings.engagement.logoNote')}
        logo={draft.logo}
        onSet={async (base64) => change(await fieldbook.engagement.readLogo({ base64 }))}
      />
      {workspace && (
        <Accent value={accent} onShow={setPicked} onSave={async (chosen) => change({ accent: chosen })} />
      )}
      <Contrast accent={picked ?? accent ?? ownAccent} />
    </fieldset>
  );
}
