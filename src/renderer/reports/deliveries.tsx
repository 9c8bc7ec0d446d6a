import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDraft } from '../data/draft.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { DayInput } from '../parts/day-input.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { today } from '../parts/typed-day.ts';
import { useWords } from '../words.ts';
import type { Report } from './report.ts';
import classes from './reports.module.css';

/** To whom a report was handed and when; another delivery is noted in the row itself. */
export function Deliveries({ report }: { report: Report }) {
  const { t, locale } = useWords();
  const { engagement } = useSession();
  const [draft, setDraft, dropDraft] = useDraft(`delivery of ${report.id}`, { to: '', at: today() });
  // One that was left half written is found as it was left.
  const [open, setOpen] = useState(draft.to !== '');
  const [closed, setClosed] = useState(false);
  const close = () => {
    setOpen(false);
    setClosed(true);
  };
  const day = (date: string) =>
    new Date(date).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <div className={classes.deliveries}>
      {report.deliveries.map(({ id, to, at }) => (
        <span key={id}>
          {to} <span className="secondary">· {day(at)}</span>
        </span>
      ))}
      {open ? (
        <DeliverForm
          report={report.id}
          draft={draft}
          onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
          onClose={close}
          onDone={() => {
            dropDraft();
            close();
          }}
        />
      ) : (
        !engagement.readonly && (
          // The form that it takes the place of had the focus.
          <Button size="compact-xs" variant="subtle" autoFocus={closed} onClick={() => setOpen(true)}>
            {t('reports.markDelivered')}
          </Button>
        )
      )}
    </div>
  );
}

interface Draft {
  to: string;
  at: string;
}

interface Props {
  report: string;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  /** For now: what was typed stays. */
  onClose: () => void;
  /** It was noted, or is not to be. */
  onDone: () => void;
}

function DeliverForm({ report, draft: { to, at }, onChange, onClose, onDone }: Props) {
  const { t } = useWords();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { delivery } = await fieldbook.reports.deliver({ report, to, at });
      tell(t('reports.delivered', { to }), () => fieldbook.reports.withdrawDelivery({ delivery }));
      onDone();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <form
      className={classes.deliver}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextInput
        label={t('reports.deliveredTo')}
        value={to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        maxLength={200}
        required
        data-autofocus
        autoFocus
      />
      <DayInput
        asTyped
        label={t('reports.deliveredOn')}
        value={at}
        onChange={(day) => onChange({ at: day ?? '' })}
        required
      />
      <Button type="submit" variant="filled">
        {t('common.save')}
      </Button>
      <Button onClick={onDone}>{t('common.cancel')}</Button>
    </form>
  );
}
