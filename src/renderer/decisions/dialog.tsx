import { Button, Modal, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type DecisionScope,
  type DecisionVerdict,
  decisionVerdicts,
  scopeKey,
} from '../../shared/model/decision.ts';
import type { FindingChoice } from '../../shared/model/finding-query.ts';
import { useDraft } from '../data/draft.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { DayInput } from '../parts/day-input.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { today } from '../parts/typed-day.ts';
import { useWords } from '../words.ts';
import classes from './decisions.module.css';

/** What is decided upon: one finding, for which a wider scope can be chosen, or each of many. */
export type Subject =
  | { finding: number; verdict?: DecisionVerdict | undefined }
  | { choice: FindingChoice; count: number; verdict?: DecisionVerdict | undefined };

interface Props {
  subject: Subject | null;
  onClose: () => void;
  onDecided?: () => void;
}

/** Asks what is decided, of what, why, by whom and until when. */
export function DecideDialog({ subject, onClose, onDecided }: Props) {
  const { t } = useWords();
  const count = subject && 'count' in subject ? subject.count : 1;
  return (
    <Modal
      opened={subject !== null}
      onClose={onClose}
      title={t('decisions.dialog', { count })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size={560}
    >
      {subject && (
        <Form
          subject={subject}
          onClose={onClose}
          onDecided={() => {
            onClose();
            onDecided?.();
          }}
        />
      )}
    </Modal>
  );
}

function Form({
  subject,
  onClose,
  onDecided,
}: {
  subject: Subject;
  onClose: () => void;
  onDecided: () => void;
}) {
  const { t } = useWords();
  const which = useWhich();
  const id = useId();
  const [verdict, setVerdict] = useState<DecisionVerdict>(subject.verdict ?? 'accepted-risk');
  const [scope, setScope] = useState<DecisionScope>();
  const [typed, setTyped, dropTyped] = useDraft(
    'choice' in subject ? 'decision on many' : `decision on ${subject.finding}`,
    { reason: '', owner: '', expires: '' },
  );
  const { reason, owner, expires } = typed;
  const set = (change: Partial<typeof typed>) => setTyped((old) => ({ ...old, ...change }));
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    // A date that is none says so at its field, also when the form is sent by keys from another one.
    if (!form.current!.checkValidity()) return;
    if (reason.trim() === '') return setMissing(true);
    const content = { verdict, reason, owner, expires: expires || null };
    const state = t(`decisionStates.${verdict}`);
    setBusy(true);
    try {
      const undo = (step: string) => () => fieldbook.history.undo({ step });
      if ('choice' in subject) {
        const { step, decided } = await fieldbook.decisions.decideMany({
          ...which,
          choice: subject.choice,
          ...content,
        });
        tell(t('decisions.saved', { count: decided, state }), undo(step));
      } else if (scope) {
        const { step } = await fieldbook.decisions.decide({ scope, ...content });
        tell(t('decisions.savedScope', { state }), undo(step));
      }
      dropTyped();
      onDecided();
    } catch (error) {
      tellProblem(error);
      setBusy(false);
    }
  };
  return (
    <form ref={form} className={classes.form} noValidate onSubmit={(event) => void save(event)}>
      <div>
        <span id={`${id}-verdict`} className={classes.label}>
          {t('decisions.verdict')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby={`${id}-verdict`}
          value={verdict}
          onChange={(value) => setVerdict(value as DecisionVerdict)}
          data={decisionVerdicts.map((value) => ({ value, label: capital(t(`decisionStates.${value}`)) }))}
        />
        <p className={classes.effect}>{t(`decisions.effects.${verdict}`)}</p>
      </div>
      {'choice' in subject ? (
        <div>
          <span className={classes.label}>{t('decisions.scope')}</span>
          <p>{t('decisions.scopeMany', { count: subject.count })}</p>
        </div>
      ) : (
        <ScopeField finding={subject.finding} scope={scope} onChange={setScope} />
      )}
      <Textarea
        label={t('decisions.reason')}
        description={t('decisions.reasonNote')}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={4000}
        data-autofocus
        value={reason}
        error={missing && reason.trim() === '' && t('decisions.reasonMissing')}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
        }}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('decisions.owner')}
          description={t('decisions.ownerNote')}
          maxLength={200}
          value={owner}
          onChange={(event) => set({ owner: event.currentTarget.value })}
        />
        <DayInput
          asTyped
          label={t('decisions.expires')}
          description={t('decisions.expiresNote')}
          min={today()}
          value={expires}
          onChange={(day) => set({ expires: day ?? '' })}
        />
      </div>
      <div className={classes.buttons}>
        <Button
          variant="subtle"
          onClick={() => {
            dropTyped();
            onClose();
          }}
        >
          {t('decisions.cancel')}
        </Button>
        <Button
          type="submit"
          variant="filled"
          loading={busy}
          disabled={!('choice' in subject) && scope === undefined}
        >
          {t('decisions.save')}
        </Button>
      </div>
    </form>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What the decision is about: this finding, unless somebody wants more. */
function ScopeField({
  finding,
  scope,
  onChange,
}: {
  finding: number;
  scope: DecisionScope | undefined;
  onChange: (scope: DecisionScope) => void;
}) {
  const { t } = useWords();
  const scopes = useQuery(ask('decisions', 'scopes', { ...useWhich(), finding })).data?.scopes;
  const first = scopes?.[0]?.scope;
  useEffect(() => {
    if (first && scope === undefined) onChange(first);
  }, [first, scope]);
  const options = (scopes ?? []).map((one) => ({ ...one, value: scopeKey(one.scope) }));
  const covers = (value: string) =>
    t('decisions.covers', { count: options.find((one) => one.value === value)?.findings ?? 0 });
  return (
    <Select
      label={t('decisions.scope')}
      description={scope && covers(scopeKey(scope))}
      allowDeselect={false}
      disabled={!scopes}
      value={scope ? scopeKey(scope) : null}
      data={options.map(({ value, label }) => ({ value, label }))}
      renderOption={({ option }) => (
        <span className={classes.option}>
          {option.label} <small>{covers(option.value)}</small>
        </span>
      )}
      onChange={(value) => {
        const chosen = options.find((one) => one.value === value);
        if (chosen) onChange(chosen.scope);
      }}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
