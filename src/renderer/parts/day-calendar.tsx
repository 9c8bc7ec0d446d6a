import '@mantine/dates/styles.layer.css';
import { DatePicker } from '@mantine/dates';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words.ts';
import classes from './day-calendar.module.css';
import { dayFrom, firstDayOfWeek, today } from './typed-day.ts';

interface Props {
  value: string | null;
  min: string | null;
  max: string | null;
  onChoose: (day: string) => void;
}

/** A month of days, gone through by arrow keys, and by PageUp and PageDown from month to month. */
export function DayCalendar({ value, min, max, onChoose }: Props) {
  const { t, locale } = useWords();
  const within = (day: string) => (min && day < min ? min : max && day > max ? max : day);
  const first = within(value ?? today());
  const [month, setMonth] = useState(first);
  const box = useRef<HTMLDivElement>(null);
  // Which day is to have the focus, once its month is shown.
  const wanted = useRef<string>(undefined);
  const buttonOf = (day: string) => box.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
  useEffect(() => {
    if (wanted.current) buttonOf(wanted.current)?.focus();
    wanted.current = undefined;
  }, [month]);
  const names = useMemo(() => {
    const as = (how: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' });
      return (day: string) => format.format(new Date(day.slice(0, 10)));
    };
    return {
      day: as({ dateStyle: 'full' }),
      weekday: as({ weekday: 'short' }),
      month: as({ month: 'long', year: 'numeric' }),
      monthAlone: as({ month: 'short' }),
      year: as({ year: 'numeric' }),
    };
  }, [locale]);
  const keys = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset.day;
    const by = steps[event.key];
    if (!from || !by || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const to = within(dayFrom(from, by));
    if (to.slice(0, 7) === from.slice(0, 7)) buttonOf(to)?.focus();
    else {
      wanted.current = to;
      setMonth(to);
    }
  };
  return (
    <div ref={box} className={classes.calendar} onKeyDownCapture={keys}>
      <DatePicker
        size="xs"
        value={value}
        onChange={(day) => day && onChoose(day)}
        date={month}
        onDateChange={setMonth}
        {...(min && { minDate: min })}
        {...(max && { maxDate: max })}
        hideOutsideDates
        highlightToday
        weekendDays={[]}
        firstDayOfWeek={firstDayOfWeek(locale)}
        weekdayFormat={names.weekday}
        monthLabelFormat={names.month}
        monthsListFormat={names.monthAlone}
        yearLabelFormat={names.year}
        yearsListFormat={names.year}
        decadeLabelFormat={(from, to) => `${names.year(from)} – ${names.year(to)}`}
        getDayAriaLabel={names.day}
        getDayProps={(day) => ({ 'data-day': day, ...(day === first && { 'data-autofocus': true }) })}
        ariaLabels={{
          previousMonth: t('calendar.previousMonth'),
          nextMonth: t('calendar.nextMonth'),
          previousYear: t('calendar.previousYear'),
          nextYear: t('calendar.nextYear'),
          previousDecade: t('calendar.previousDecade'),
          nextDecade: t('calendar.nextDecade'),
        }}
        // Escape closes the calendar, and not the dialog that it belongs to.
        __stopPropagation
      />
    </div>
  );
}

const steps: Record<string, Parameters<typeof dayFrom>[1]> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { days: -7 },
  ArrowDown: { days: 7 },
  PageUp: { months: -1 },
  PageDown: { months: 1 },
};
