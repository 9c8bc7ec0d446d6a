import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dependency } from '../../shared/model/records/system.ts';
import { ask } from '../data/query.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './inventory.module.css';
import type { Whole } from './system.ts';

interface Props {
  whole: Whole;
  disabled: boolean;
  onOpen: (id: string) => void;
}

/** What a system depends on, and what depends on it. */
export function Dependencies({ whole: { system, dependencies, dependants }, disabled, onOpen }: Props) {
  const { t } = useWords();
  const save = (dependsOn: Dependency[]) =>
    void fieldbook.inventory.save({ id: system.id, fields: { dependsOn } }).catch(tellProblem);
  return (
    <section className={classes.dependencies}>
      <h3>{t('inventory.columns.dependsOn')}</h3>
      {dependencies.length === 0 && <p className="secondary">{t('inventory.noDependencies')}</p>}
      <ul>
        {dependencies.map(({ kind, id, name, gone }, at) => (
          <li key={`${kind} ${id}`}>
            {kind === 'system' && !gone ? (
              <button type="button" className={classes.link} onClick={() => onOpen(id)}>
                {name}
              </button>
            ) : (
              <span title={id}>
                <code>{name}</code>{' '}
                <span className="secondary">{t(gone ? 'inventory.gone' : 'inventory.aws')}</span>
              </span>
            )}
            {!disabled && (
              <ActionIcon
                size="sm"
                aria-label={t('inventory.removeDependency', { name })}
                onClick={() => save(system.dependsOn.filter((_, each) => each !== at))}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Add
          system={system.id}
          taken={system.dependsOn}
          onAdd={(dependency) => save([...system.dependsOn, dependency])}
        />
      )}
      <h3>{t('inventory.dependants')}</h3>
      {dependants.length === 0 && <p className="secondary">{t('inventory.noDependants')}</p>}
      <ul>
        {dependants.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={classes.link} onClick={() => onOpen(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AddProps {
  system: string;
  taken: readonly Dependency[];
  onAdd: (dependency: Dependency) => void;
}

function Add({ system, taken, onAdd }: AddProps) {
  const { t } = useWords();
  const [aws, setAws] = useState('');
  const { data } = useQuery(ask('inventory', 'page', { limit: 1000 }));
  const others = (data?.systems ?? []).filter(
    ({ id }) => id !== system && !taken.some((on) => on.kind === 'system' && on.id === id),
  );
  return (
    <>
      {others.length > 0 && (
        <Select
          aria-label={t('inventory.addDependency')}
          placeholder={t('inventory.addDependency')}
          searchable
          value={null}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id && onAdd({ kind: 'system', id })}
        />
      )}
      <form
        className={classes.addAws}
        onSubmit={(event) => {
          event.preventDefault();
          onAdd({ kind: 'aws', name: aws.trim() });
          setAws('');
        }}
      >
        <TextInput
          aria-label={t('inventory.addAws')}
          placeholder={t('inventory.addAws')}
          maxLength={2048}
          value={aws}
          onChange={(event) => setAws(event.currentTarget.value)}
        />
        <Button type="submit" disabled={aws.trim() === ''}>
          {t('inventory.addDependencyButton')}
        </Button>
      </form>
    </>
  );
}
