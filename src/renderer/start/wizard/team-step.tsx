import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { DayInput } from '../../parts/day-input.tsx';
import { useWords } from '../../words.ts';
import type { Draft } from './draft.ts';
import type { StepProps } from './step.ts';
import classes from './wizard.module.css';

/** Which phases the engagement has, and who takes part. */
export function TeamStep({ draft, change, fault }: StepProps) {
  const { t } = useWords();
  const phase = (id: string, one: Partial<Draft['phases'][number]>) =>
    change({ phases: draft.phases.map((each) => (each.id === id ? { ...each, ...one } : each)) });
  const person = (id: string, one: Partial<Draft['people'][number]>) =>
    change({ people: draft.people.map((each) => (each.id === id ? { ...each, ...one } : each)) });
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{t('wizard.phases')}</legend>
        <p className="secondary">{t('wizard.phasesLead')}</p>
        {draft.phases.map(({ id, kind, chosen, from, to }) => {
          const name = t(`wizard.phase.${kind}`);
          return (
            <div key={id} className={classes.phase}>
              <Checkbox
                label={name}
                checked={chosen}
                onChange={(event) => phase(id, { chosen: event.currentTarget.checked })}
              />
              <DayInput
                unlabelled
                asTyped
                label={t('wizard.fromOf', { phase: name })}
                value={from}
                disabled={!chosen}
                onChange={(day) => phase(id, { from: day ?? '' })}
              />
              <DayInput
                unlabelled
                asTyped
                label={t('wizard.toOf', { phase: name })}
                value={to}
                disabled={!chosen}
                error={fault(`phases.${id}`)}
                onChange={(day) => phase(id, { to: day ?? '' })}
              />
            </div>
          );
        })}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('wizard.people')}</legend>
        <p className="secondary">{t('wizard.peopleLead')}</p>
        {draft.people.map(({ id, name, role, side }) => (
          <div key={id} className={classes.person}>
            <TextInput
              aria-label={t('wizard.personName')}
              placeholder={t('wizard.personName')}
              value={name}
              error={fault(`people.${id}`)}
              onChange={(event) => person(id, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('wizard.personRole')}
              placeholder={t('wizard.personRole')}
              value={role}
              onChange={(event) => person(id, { role: event.currentTarget.value })}
            />
            <Select
              aria-label={t('wizard.side')}
              data={(['client', 'consultant'] as const).map((value) => ({
                value,
                label: t(`wizard.sides.${value}`),
              }))}
              value={side}
              onChange={(value) => value && person(id, { side: value })}
            />
            <ActionIcon
              aria-label={t('wizard.removePerson', { name })}
              onClick={() => change({ people: draft.people.filter((each) => each.id !== id) })}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            change({
              people: [...draft.people, { id: crypto.randomUUID(), name: '', role: '', side: 'client' }],
            })
          }
        >
          {t('wizard.addPerson')}
        </Button>
      </fieldset>
    </>
  );
}
