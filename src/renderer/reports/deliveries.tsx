import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../data/session.ts';
import { useUnsaved } from '../data/unsaved.ts';
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
  const [open, setOpen] = useState(false);
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
        <DeliverForm report={report.id} onDone={() => setOpen(false)} />
      ) : (
        !engagement.readonly && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            {t('reports.markDelivered')}
          </Button>
        )
      )}
    </div>
  );
}

function DeliverForm({ report, onDone }: { report: string; onDone: () => void }) {
  const { t } = useWords();
  const [to, setTo] = useState('');
  const [at, setAt] = useState(today);
  useUnsaved(to.trim() !== '');
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
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextInput
        label={t('reports.deliveredTo')}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        maxLength={200}
        required
        data-autofocus
        autoFocus
      />
      <DayInput
        asTyped
        label={t('reports.deliveredOn')}
        value={at}
        onChange={(day) => setAt(day ?? '')}
        required
      />
      <Button type="submit" variant="filled">
        {t('common.save')}
      </Button>
      <Button onClick={onDone}>{t('common.cancel')}</Button>
    </form>
  );
}
