import { NumberInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { change } from '../recommendations/change.ts';
import { useWords } from '../words.ts';
import classes from './roadmap.module.css';
import type { Roadmap } from './use-plan.ts';

/** How much of each month is booked, against what can be done in one. */
export function Capacity({ roadmap: { capacity, months, undated } }: { roadmap: Roadmap }) {
  const { t, number, locale } = useWords();
  const { readonly } = useSession().engagement;
  const [draft, setDraft] = useState<number | null>(capacity);
  const save = () => {
    if (draft === capacity) return;
    void change(() => fieldbook.roadmap.setCapacity({ capacity: draft }), t('roadmap.told.capacity'));
  };
  const whole = Math.max(capacity ?? 0, ...months.map(({ booked }) => booked)) || 1;
  return (
    <section className={`card ${classes.capacity}`} aria-labelledby="roadmap-capacity">
      <div className={classes.capacityHead}>
        <h2 id="roadmap-capacity">{t('roadmap.capacity.title')}</h2>
        <NumberInput
          w={170}
          label={t('roadmap.capacity.label')}
          placeholder={t('roadmap.capacity.none')}
          min={0}
          max={5000}
          disabled={readonly}
          value={draft ?? ''}
          onChange={(value) => setDraft(typeof value === 'number' ? value : null)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      </div>
      {months.length === 0 ? (
        <p className="secondary">{t('roadmap.capacity.noMonths')}</p>
      ) : (
        <table>
          <thead className="hidden">
            <tr>
              <th scope="col">{t('roadmap.capacity.month')}</th>
              <th scope="col">{t('roadmap.capacity.booked')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, booked, over }) => (
              <tr key={month}>
                <th scope="row">
                  {new Date(`${month}-01`).toLocaleDateString(locale, {
                    month: 'long',
                    year: 'numeric',
                    timeZone: 'UTC',
                  })}
                </th>
                <td>
                  <span className={classes.load} aria-hidden>
                    <b
                      className={over ? classes.tooMuch : undefined}
                      style={{ width: `${(booked / whole) * 100}%` }}
                    />
                    {capacity !== null && <i style={{ left: `${(capacity / whole) * 100}%` }} />}
                  </span>
                </td>
                <td className={classes.amount}>
                  {capacity === null
                    ? number(Math.round(booked * 10) / 10)
                    : t('roadmap.capacity.of', { booked: Math.round(booked * 10) / 10, capacity })}
                  {over && (
                    <span className={classes.warning}>
                      <IconAlertTriangle size={13} aria-hidden /> {t('roadmap.capacity.over')}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {undated > 0 && <p className="secondary small">{t('roadmap.capacity.undated', { count: undated })}</p>}
    </section>
  );
}
