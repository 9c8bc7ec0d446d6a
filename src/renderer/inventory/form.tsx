import { Select } from '@mantine/core';
import {
  criticalities,
  dataClasses,
  lifecycles,
  type System,
  type SystemFields,
  signIns,
  systemKinds,
} from '../../shared/model/records/system.ts';
import { fieldbook } from '../fieldbook.ts';
import { DayInput } from '../parts/day-input.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { TextSetting } from '../settings/text-setting.tsx';
import { useWords } from '../words.ts';
import classes from './inventory.module.css';

const choices = {
  kind: systemKinds,
  criticality: criticalities,
  dataClass: dataClasses,
  lifecycle: lifecycles,
  signIn: signIns,
} as const;

/** Every field of a system, each kept as soon as it is left. */
export function SystemForm({
  system,
  added,
  disabled,
}: {
  system: System;
  added: boolean;
  disabled: boolean;
}) {
  const { t } = useWords();
  const save = (fields: Partial<SystemFields>) => fieldbook.inventory.save({ id: system.id, fields });
  const text = (field: 'name' | 'purpose' | 'vendor' | 'notes', most: number, long = false) => (
    <TextSetting
      label={t(`inventory.columns.${field}`)}
      value={system[field]}
      maxLength={most}
      long={long}
      disabled={disabled}
      {...(field === 'name' && { required: t('inventory.nameNeeded'), autoFocus: added })}
      onSave={(value) => save({ [field]: value })}
    />
  );
  const choice = (field: keyof typeof choices) => (
    <Select
      label={t(`inventory.columns.${field}`)}
      placeholder={t('inventory.notSaid')}
      value={system[field]}
      disabled={disabled}
      clearable
      clearButtonProps={{ 'aria-label': t('common.reset') }}
      data={choices[field].map((value) => ({
        value,
        label: t(`inventory.values.${field}.${value}` as never),
      }))}
      onChange={(value) => save({ [field]: value }).catch(tellProblem)}
    />
  );
  const day = (field: 'contractEnd' | 'supportEnd') => (
    <DayInput
      label={t(`inventory.columns.${field}`)}
      value={system[field]}
      disabled={disabled}
      onChange={(value) => void save({ [field]: value }).catch(tellProblem)}
    />
  );
  const said = (field: 'owner' | 'location' | 'agreement' | 'backup') => (
    <Said
      label={t(`inventory.columns.${field}`)}
      value={system[field]}
      disabled={disabled}
      onSave={(value) => save({ [field]: value })}
    />
  );
  return (
    <div className={classes.form}>
      {text('name', 120)}
      {choice('kind')}
      {text('purpose', 400)}
      {said('owner')}
      {choice('criticality')}
      {choice('dataClass')}
      {said('agreement')}
      {said('location')}
      {choice('signIn')}
      {said('backup')}
      {choice('lifecycle')}
      {text('vendor', 200)}
      {day('contractEnd')}
      {day('supportEnd')}
      {text('notes', 8000, true)}
    </div>
  );
}

interface SaidProps {
  label: string;
  value: string | null;
  disabled: boolean;
  onSave: (value: string | null) => Promise<unknown>;
}

/** What was said: nothing yet, that there is none, or which it is. The three are not the same to a check. */
function Said({ label, value, disabled, onSave }: SaidProps) {
  const { t } = useWords();
  const state = value === null ? 'unknown' : value === '' ? 'none' : 'named';
  return (
    <div className={classes.said}>
      <TextSetting
        label={label}
        value={value ?? ''}
        maxLength={400}
        placeholder={t(`inventory.said.${state}`)}
        disabled={disabled}
        // Emptied, it is not known again; that there is none is said at its side.
        onSave={(next) => onSave(next === '' ? null : next)}
      />
      <button
        type="button"
        className={classes.noneButton}
        aria-pressed={state === 'none'}
        aria-label={`${label}: ${t('inventory.said.none')}`}
        disabled={disabled}
        onClick={() => onSave(state === 'none' ? null : '').catch(tellProblem)}
      >
        {t('inventory.said.none')}
      </button>
    </div>
  );
}
