import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useSession } from '../data/session.ts';
import { useWords } from '../words.ts';
import { dayName, daysLater, placeIn, spanOf } from './days.ts';
import classes from './roadmap.module.css';
import { type RoadmapItem, usePlan } from './use-plan.ts';

interface Props {
  items: readonly RoadmapItem[];
  open: string | undefined;
  onOpen: (id: string) => void;
}

const WEEK = 7;

/** The planned actions as a table whose last column draws their dates; Alt and the arrow keys move them in time. */
export function Timeline({ items, open, onOpen }: Props) {
  const { t, locale } = useWords();
  const { readonly } = useSession().engagement;
  const plan = usePlan();
  const [said, say] = useState('');
  const planned = items.filter(({ horizon }) => horizon !== null);
  const span = spanOf(planned);
  const onKey = async (event: KeyboardEvent, { id, title, from, to }: RoadmapItem) => {
    const weeks = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (!event.altKey || weeks === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (readonly || !from || !to) return;
    const then = {
      from: event.shiftKey ? from : daysLater(from, weeks * WEEK),
      to: daysLater(to, weeks * WEEK),
    };
    if (then.to < then.from || !(await plan(id, then))) return;
    say(t('roadmap.shifted', { title, from: dayName(then.from, locale), to: dayName(then.to, locale) }));
  };
  if (planned.length === 0) return <p className="secondary">{t('roadmap.empty')}</p>;
  return (
    <div className={`card ${classes.timeline}`}>
      <p className="hidden" role="status">
        {said}
      </p>
      <table aria-label={t('roadmap.timeline')}>
        <thead>
          <tr>
            <th scope="col">{t('roadmap.columns.action')}</th>
            <th scope="col">{t('roadmap.columns.owner')}</th>
            <th scope="col">{t('roadmap.columns.dates')}</th>
            <th scope="col">{t('roadmap.columns.status')}</th>
            <th scope="col" className={classes.months}>
              <span className="hidden">{t('roadmap.columns.bar')}</span>
              {span?.months.map((month) => (
                <span key={month} aria-hidden style={{ left: `${placeIn(span, month) * 100}%` }}>
                  {new Date(month).toLocaleDateString(locale, { month: 'short', timeZone: 'UTC' })}
                </span>
              ))}
            </th>
          </tr>
        </thead>
        <tbody>
          {planned.map((item) => {
            const { id, title, owner, from, to, status, warnings } = item;
            return (
              <tr key={id} className={id === open ? classes.shown : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.row}
                    data-action={id}
                    aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight"
                    onClick={() => onOpen(id)}
                    onKeyDown={(event) => void onKey(event, item)}
                  >
                    {title}
                  </button>
                  {warnings.map(({ kind, id: other, title: needed }) => (
                    <span key={other} className={classes.warning}>
                      <IconAlertTriangle size={13} aria-hidden />{' '}
                      {t(`roadmap.warnings.${kind}`, { title: needed })}
                    </span>
                  ))}
                </th>
                <td>{owner || <span className="secondary">–</span>}</td>
                <td className={classes.dates}>
                  {from && to ? (
                    `${dayName(from, locale)} – ${dayName(to, locale)}`
                  ) : (
                    <span className="secondary">{t('roadmap.noDates')}</span>
                  )}
                </td>
                <td>
                  <span className={classes[status]}>{t(`advice.statuses.${status}`)}</span>
                </td>
                <td className={classes.track} aria-hidden>
                  {span?.months.map((month) => (
                    <i key={month} style={{ left: `${placeIn(span, month) * 100}%` }} />
                  ))}
                  {span && from && to && (
                    <b
                      className={`${classes.span} ${classes[`of-${status}`]}`}
                      style={{
                        left: `${placeIn(span, from) * 100}%`,
                        width: `${(placeIn(span, daysLater(to, 1)) - placeIn(span, from)) * 100}%`,
                      }}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
