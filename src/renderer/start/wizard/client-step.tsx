import { Select, Textarea, TextInput } from '@mantine/core';
import { languages } from '../../../shared/model/languages.ts';
import { useWords } from '../../words.ts';
import type { StepProps } from './step.ts';

/** Whom it is for, who does it, what is looked at. */
export function ClientStep({ draft, change, fault }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('wizard.client')}
        description={t('wizard.clientHint')}
        value={draft.client}
        onChange={(event) => change({ client: event.currentTarget.value })}
        error={fault('client')}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('wizard.consultant')}
        description={t('wizard.consultantHint')}
        value={draft.consultant}
        onChange={(event) => change({ consultant: event.currentTarget.value })}
        error={fault('consultant')}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <Textarea
        label={t('wizard.scope')}
        description={t('wizard.scopeHint')}
        value={draft.scope}
        onChange={(event) => change({ scope: event.currentTarget.value })}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
      />
      <div className="form-row">
        <Select
          label={t('wizard.language')}
          data={languages.map((value) => ({ value, label: t(`wizard.languages.${value}`) }))}
          value={draft.language}
          onChange={(language) => language && change({ language })}
        />
        <TextInput
          label={t('wizard.currency')}
          value="USD"
          description={t('wizard.currencyNote')}
          inputWrapperOrder={['label', 'input', 'description']}
          readOnly
        />
      </div>
    </>
  );
}
