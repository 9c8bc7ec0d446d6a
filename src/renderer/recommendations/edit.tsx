import { Button, NumberInput, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { ImpactByAspect } from '../../shared/model/recommendation.ts';
import { useDraft } from '../data/draft.ts';
import { fieldbook } from '../fieldbook.ts';
import { useLentFocus } from '../parts/lent-focus.ts';
import { useWords } from '../words.ts';
import { change } from './change.ts';
import { HeadingFields } from './heading-fields.tsx';
import { conditions, linesOf } from './lines.ts';
import type { ActionDetail } from './look.ts';
import { ReachFields } from './reach-fields.tsx';
import classes from './recommendations.module.css';

const lists = ['steps', 'risks', 'metrics'] as const;

/** The text in place of which it stands, to be changed; nothing is saved before it is said. */
export function EditForm({ action, onClose }: { action: ActionDetail; onClose: () => void }) {
  const { t } = useWords();
  const { words } = action;
  const form = useRef<HTMLFormElement>(null);
  useLentFocus(form);
  const [draft, setDraft, dropDraft] = useDraft(`recommendation ${action.id}`, {
    title: words.title,
    problem: words.problem,
    outcome: words.outcome,
    steps: words.steps.join('\n'),
    risks: words.risks.join('\n'),
    metrics: words.metrics.join('\n'),
    acceptance: action.acceptance.map(({ text }) => text).join('\n'),
    track: action.track,
    kind: action.kind,
    effort: action.ownEffort as number | null,
    checks: action.checks,
    prerequisites: [...action.prerequisites, ...action.elsewhere.map(({ id }) => id)],
    impact: action.impact as ImpactByAspect,
  });
  const set = (more: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...more }));
  const end = () => {
    dropDraft();
    onClose();
  };
  const save = async () => {
    const { title, problem, outcome, steps, risks, metrics, acceptance, track, kind, effort } = draft;
    const { checks, prerequisites, impact } = draft;
    const work = () =>
      fieldbook.recommendations.edit({
        id: action.id,
        track,
        kind,
        // Without an entry there is nothing else to go by.
        ...(effort === null && !action.sized ? {} : { effort }),
        ...(action.library === null && { checks, prerequisites, impact }),
        words: {
          title,
          problem,
          outcome,
          steps: linesOf(steps),
          risks: linesOf(risks),
          metrics: linesOf(metrics),
        },
        acceptance: conditions(action.acceptance, linesOf(acceptance)),
      });
    if (await change(work, t('recommendations.told.edited'))) end();
  };
  const area = (field: 'problem' | 'outcome' | 'acceptance' | (typeof lists)[number], hint?: string) => (
    <Textarea
      key={field}
      label={t(`recommendations.panel.${field}`)}
      {...(hint && { description: hint })}
      autosize
      minRows={2}
      maxRows={12}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="secondary small">{t('recommendations.form.language')}</p>
      <HeadingFields value={draft} set={set} />
      <NumberInput
        label={t('recommendations.form.effort')}
        description={t('recommendations.form.effortHint', { days: action.effort })}
        min={0.5}
        max={2000}
        step={0.5}
        value={draft.effort ?? ''}
        onChange={(value) => set({ effort: typeof value === 'number' && value > 0 ? value : null })}
      />
      {area('problem')}
      {area('outcome')}
      {area('steps', t('recommendations.form.perLine'))}
      {area('acceptance', t('recommendations.form.acceptanceHint'))}
      {area('risks', t('recommendations.form.perLine'))}
      {area('metrics', t('recommendations.form.perLine'))}
      {action.library === null && (
        <ReachFields value={draft} set={set} except={action.id} elsewhere={action.elsewhere} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={draft.title.trim() === ''}>
          {t('recommendations.form.save')}
        </Button>
        <Button onClick={end}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
