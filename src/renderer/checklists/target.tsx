import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';

interface Props {
  /** `dimension:value`. */
  id: string;
  name: string;
  percent: number | null;
  readonly: boolean;
}

/** What was agreed to be reached; empty: nothing was. */
export function TargetField({ id, name, percent, readonly }: Props) {
  const { t, number } = useWords();
  const [draft, setDraft] = useState<number | string>(percent ?? '');
  useEffect(() => setDraft(percent ?? ''), [percent]);
  if (readonly) return <>{percent === null ? '–' : number(percent)}</>;
  const save = () => {
    const wanted = draft === '' ? null : Number(draft);
    if (wanted === percent) return;
    fieldbook.checklists
      .setTargets({ targets: [{ id, percent: wanted }] })
      .then(
        ({ step }) => tell(t('checklists.maturity.targetSaved'), () => fieldbook.history.undo({ step })),
        tellProblem,
      );
  };
  return (
    <NumberInput
      aria-label={t('checklists.maturity.targetOf', { name })}
      w={56}
      ml="auto"
      hideControls
      allowDecimal={false}
      min={0}
      max={100}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
