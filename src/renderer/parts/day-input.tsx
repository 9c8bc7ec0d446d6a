import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useUnsaved } from '../data/unsaved.ts';
import { useWords } from '../words.ts';
import { DayCalendar } from './day-calendar.tsx';
import { patternOf, readDay, writtenDay } from './typed-day.ts';

interface Props
  extends Pick<
    TextInputProps,
    'description' | 'disabled' | 'required' | 'leftSection' | 'leftSectionWidth' | 'w'
  > {
  /** What it is called: above it, or with `unlabelled` only heard. */
  label: string;
  unlabelled?: boolean;
  /** `YYYY-MM-DD`; null or empty: none. */
  value: string | null;
  /** When a day was chosen, or what was typed is left or Enter is pressed. */
  onChange: (day: string | null) => void;
  /** For a form that is sent as a whole: each whole date as soon as it is typed. */
  asTyped?: boolean;
  min?: string | null;
  max?: string | null;
  error?: ReactNode;
}

/** A date, typed as the reader's region writes it or as YYYY-MM-DD, or chosen in a calendar. */
export function DayInput({
  label,
  unlabelled = false,
  value,
  onChange,
  asTyped = false,
  min = null,
  max = null,
  error,
  disabled = false,
  ...rest
}: Props) {
  const { t, locale } = useWords();
  const kept = value || null;
  const [seen, setSeen] = useState(kept);
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const [opened, setOpened] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (seen !== kept) {
    setSeen(kept);
    // Another one from outside; what is being typed stays as it is.
    if (typed !== null && readDay(typed, locale) !== kept) setTyped(null);
  }
  const pattern = patternOf(locale, {
    day: t('calendar.letters.day'),
    month: t('calendar.letters.month'),
    year: t('calendar.letters.year'),
  });
  const faultOf = (text: string): string | null => {
    const day = readDay(text, locale);
    if (text.trim() === '') return null;
    if (day === null) return t('calendar.notADay', { pattern });
    if (min && day < min) return t('calendar.tooEarly', { day: writtenDay(min, locale) });
    if (max && day > max) return t('calendar.tooLate', { day: writtenDay(max, locale) });
    return null;
  };
  const fault = typed === null ? null : faultOf(typed);
  useUnsaved(typed !== null);
  // A form with a date that is none is not sent.
  useLayoutEffect(() => field.current?.setCustomValidity(fault ?? ''), [fault]);
  const leave = () => {
    if (typed === null) return;
    setTold(fault !== null);
    if (fault !== null) return;
    setTyped(null);
    take(typed);
  };
  const take = (text: string) => {
    const day = readDay(text, locale);
    if (day !== kept) onChange(day);
  };
  // A form that goes with its field has left it too.
  const last = useRef(leave);
  useEffect(() => {
    last.current = leave;
  });
  useEffect(() => () => last.current(), []);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    leave();
    setOpened(true);
  };
  return (
    <TextInput
      {...rest}
      {...(unlabelled ? { 'aria-label': label } : { label })}
      ref={field}
      value={typed ?? (kept === null ? '' : writtenDay(kept, locale))}
      placeholder={pattern}
      disabled={disabled}
      autoComplete="off"
      error={(told && fault) || error}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        const whole = text.trim() === '' || /\d{4}/.test(text);
        if (asTyped && whole && faultOf(text) === null) take(text);
      }}
      onBlur={leave}
      onKeyDown={keys}
      rightSection={
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          trapFocus
          returnFocus
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <ActionIcon
              size={24}
              disabled={disabled}
              aria-label={t('calendar.open', { label })}
              onClick={() => setOpened((was) => !was)}
            >
              <IconCalendar size={14} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown
            p={8}
            data-mantine-stop-propagation
            onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
          >
            <DayCalendar
              value={kept}
              min={min}
              max={max}
              onChoose={(chosen) => {
                setTyped(null);
                setOpened(false);
                if (chosen !== kept) onChange(chosen);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
