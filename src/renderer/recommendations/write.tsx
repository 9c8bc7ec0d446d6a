import { Button, Modal, NumberInput, Textarea } from '@mantine/core';
import type { ImpactByAspect, Kind, Track } from '../../shared/model/recommendation.ts';
import { useDraft } from '../data/draft.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { useWords } from '../words.ts';
import { change } from './change.ts';
import { HeadingFields } from './heading-fields.tsx';
import { linesOf } from './lines.ts';
import { ReachFields } from './reach-fields.tsx';
import classes from './recommendations.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  onWritten: (id: string) => void;
}

const blank = {
  title: '',
  problem: '',
  outcome: '',
  steps: '',
  acceptance: '',
  track: 'infrastructure' as Track,
  kind: 'best-practices' as Kind,
  effort: 3,
  checks: [] as string[],
  prerequisites: [] as string[],
  impact: {} as ImpactByAspect,
};

/** A recommendation of the consultant's own; what is not asked here can be added where it is edited. */
export function WriteOne({ opened, onClose, onWritten }: Props) {
  const { t } = useWords();
  const which = useWhich();
  const [draft, setDraft, dropDraft] = useDraft('new recommendation', blank);
  const set = (more: Partial<typeof blank>) => setDraft((old) => ({ ...old, ...more }));
  const save = async () => {
    const { title, problem, outcome, steps, acceptance, ...others } = draft;
    let made: string | undefined;
    const work = async () => {
      const { id, step } = await fieldbook.recommendations.write({
        ...which,
        ...others,
        words: { title, problem, outcome, steps: linesOf(steps) },
        acceptance: linesOf(acceptance),
      });
      made = id;
      return { step };
    };
    if (!(await change(work, t('recommendations.told.written')))) return;
    dropDraft();
    onClose();
    if (made) onWritten(made);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('recommendations.form.write')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <HeadingFields value={draft} set={set} />
        <NumberInput
          label={t('recommendations.form.effort')}
          required
          min={0.5}
          max={2000}
          step={0.5}
          value={draft.effort}
          onChange={(value) => typeof value === 'number' && set({ effort: value })}
        />
        {(['problem', 'outcome', 'steps', 'acceptance'] as const).map((field) => (
          <Textarea
            key={field}
            label={t(`recommendations.panel.${field}`)}
            {...((field === 'steps' || field === 'acceptance') && {
              description: t('recommendations.form.perLine'),
            })}
            autosize
            minRows={2}
            maxRows={8}
            value={draft[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        <ReachFields value={draft} set={set} />
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" disabled={draft.title.trim() === '' || draft.effort <= 0}>
            {t('recommendations.form.save')}
          </Button>
          <Button
            onClick={() => {
              dropDraft();
              onClose();
            }}
          >
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
