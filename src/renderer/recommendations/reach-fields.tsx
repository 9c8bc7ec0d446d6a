import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Aspect, aspects } from '../../shared/model/aspect.ts';
import type { ImpactByAspect } from '../../shared/model/recommendation.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { Several } from '../parts/several.tsx';
import { useWords } from '../words.ts';
import classes from './recommendations.module.css';

export interface Reach {
  checks: string[];
  prerequisites: string[];
  impact: ImpactByAspect;
}

interface Props {
  value: Reach;
  set: (more: Partial<Reach>) => void;
  /** Itself, which does not wait for itself. */
  except?: string;
  /** What goes before it and is no action here. */
  elsewhere?: readonly { id: string; title: string }[];
}

const strengths = [1, 2, 3] as const;

/** What one that is written here resolves, waits for and improves. */
export function ReachFields({ value, set, except, elsewhere = [] }: Props) {
  const { t } = useWords();
  const checks = useQuery(ask('checks', 'list', {})).data?.checks ?? [];
  const actions = useQuery(ask('recommendations', 'list', useWhich())).data?.actions ?? [];
  const known = checks.map(({ id, title }) => ({ value: id, label: title }));
  const others = [
    ...actions.filter(({ id, state }) => id !== except && state !== 'dismissed'),
    ...elsewhere,
  ].map(({ id, title }) => ({ value: id, label: title }));
  const impact = (aspect: Aspect, strength: string | null) => {
    const { [aspect]: _, ...rest } = value.impact;
    set({
      impact: strength === '0' || strength === null ? rest : { ...rest, [aspect]: Number(strength) as 1 },
    });
  };
  return (
    <>
      <Several
        label={t('recommendations.form.checks')}
        description={t('recommendations.form.checksHint')}
        nothing={t('recommendations.form.noCheck')}
        value={value.checks}
        known={known}
        onChange={(ids) => set({ checks: ids })}
      />
      <Several
        label={t('recommendations.panel.needs')}
        description={t('recommendations.form.needsHint')}
        nothing={t('recommendations.form.noOther')}
        value={value.prerequisites}
        known={others}
        onChange={(ids) => set({ prerequisites: ids })}
      />
      <fieldset className={`plain ${classes.improves}`}>
        <legend>{t('recommendations.panel.impact')}</legend>
        {aspects.map((aspect) => (
          <Select
            key={aspect}
            label={t(`aspectNames.${aspect}`)}
            allowDeselect={false}
            value={String(value.impact[aspect] ?? 0)}
            data={[
              { value: '0', label: t('recommendations.form.notAtAll') },
              ...strengths.map((strength) => ({
                value: String(strength),
                label: t(`recommendations.panel.strengths.${strength}`),
              })),
            ]}
            onChange={(strength) => impact(aspect, strength)}
          />
        ))}
      </fieldset>
    </>
  );
}
