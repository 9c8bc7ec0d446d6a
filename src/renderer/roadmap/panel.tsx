import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { actionStatuses, type Horizon } from '../../shared/model/records/recommendation.ts';
import { useDraft } from '../data/draft.ts';
import { useSession } from '../data/session.ts';
import { DayInput } from '../parts/day-input.tsx';
import { useWords } from '../words.ts';
import { columns } from './move.ts';
import classes from './roadmap.module.css';
import { type RoadmapItem, usePlan } from './use-plan.ts';

/** Who does an action and when. Choices are saved at once, what is typed when it is said. */
export function PlanPanel({ item, onClose }: { item: RoadmapItem; onClose: () => void }) {
  const { t, moment } = useWords();
  const { readonly } = useSession().engagement;
  const plan = usePlan();
  const { id, title, horizon, status, afterwards, warnings } = item;
  return (
    <div className={classes.panel}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      <h2>{title}</h2>
      <p>
        <Link to="/recommendations" search={{ recommendation: id } as never}>
          {t('roadmap.panel.open')}
        </Link>
      </p>
      {warnings.map(({ kind, id: other, title: needed }) => (
        <p key={other} className={classes.warning}>
          <IconAlertTriangle size={14} aria-hidden /> {t(`roadmap.warnings.${kind}`, { title: needed })}
        </p>
      ))}
      <Select
        label={t('roadmap.panel.when')}
        disabled={readonly}
        value={horizon ?? 'unplanned'}
        data={columns.map((one) => ({
          value: one ?? 'unplanned',
          label: t(`advice.horizons.${one ?? 'unplanned'}`),
        }))}
        onChange={(value) =>
          void plan(id, { horizon: value === 'unplanned' ? null : (value as Horizon), before: null })
        }
      />
      <Select
        label={t('roadmap.panel.status')}
        disabled={readonly}
        value={status}
        data={actionStatuses.map((value) => ({ value, label: t(`advice.statuses.${value}`) }))}
        onChange={(value) => void plan(id, { status: value as RoadmapItem['status'] })}
      />
      <Dates item={item} />
      {afterwards.score !== null && horizon !== null && (
        <p className="secondary small">
          {t('roadmap.panel.afterwards', {
            score: Math.round(afterwards.score),
            amount: afterwards.counted,
          })}
        </p>
      )}
      {item.closedAt && (
        <p className="secondary small">{t('roadmap.panel.closed', { when: moment(item.closedAt) })}</p>
      )}
    </div>
  );
}

function Dates({ item }: { item: RoadmapItem }) {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  const plan = usePlan();
  const kept = { owner: item.owner, from: item.from ?? '', to: item.to ?? '' };
  const [draft, setDraft, dropDraft] = useDraft(`plan of ${item.id}`, kept);
  const differs = JSON.stringify(draft) !== JSON.stringify(kept);
  const save = () =>
    void plan(item.id, { owner: draft.owner, from: draft.from || null, to: draft.to || null });
  const set = (change: Partial<typeof kept>) => setDraft((old) => ({ ...old, ...change }));
  const about = (name: keyof typeof kept) => ({ label: t(`roadmap.panel.${name}`), disabled: readonly });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        {...about('owner')}
        maxLength={120}
        value={draft.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        {(['from', 'to'] as const).map((name) => (
          <DayInput
            key={name}
            asTyped
            {...about(name)}
            value={draft[name]}
            onChange={(day) => set({ [name]: day ?? '' })}
          />
        ))}
      </div>
      {differs && (
        <div className={classes.buttons}>
          <Button type="submit" variant="filled">
            {t('recommendations.form.save')}
          </Button>
          <Button onClick={dropDraft}>{t('common.cancel')}</Button>
        </div>
      )}
    </form>
  );
}
