import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { hexColour, ownAccent } from '../../shared/colour.ts';
import { tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

interface Props {
  value: string | null;
  /** While it is being chosen, before it is kept. */
  onShow: (accent: string | null) => void;
  onSave: (accent: string | null) => Promise<unknown>;
}

/** The colour of titles and charts, picked or written, or none of one's own. */
export function Accent({ value, onShow, onSave }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(value ?? '');
  useEffect(() => setDraft(value ?? ''), [value]);
  const keep = useDebouncedCallback(
    (accent: string | null) => {
      onShow(null);
      if (accent !== value) onSave(accent).catch(tellProblem);
    },
    // Whoever goes to another page at once has chosen all the same.
    { delay: 600, flushOnUnmount: true },
  );
  const choose = (text: string) => {
    setDraft(text);
    const hex = text === '' ? null : hexColour(text);
    if (text !== '' && hex === null) return;
    onShow(hex ?? ownAccent);
    keep(hex);
  };
  const fault = draft !== '' && hexColour(draft) === null ? t('settings.branding.accentForm') : null;
  const field = useRef<HTMLInputElement>(null);
  // A form with a colour that is none is not sent.
  useLayoutEffect(() => field.current?.setCustomValidity(fault ?? ''), [fault]);
  return (
    <div className={classes.colour}>
      <input
        type="color"
        aria-label={t('settings.branding.pick')}
        value={hexColour(draft) ?? ownAccent}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.branding.accent')}
        placeholder={ownAccent}
        value={draft}
        ref={field}
        error={fault}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {value !== null && (
        <Button variant="subtle" onClick={() => choose('')}>
          {t('settings.branding.ownAccent')}
        </Button>
      )}
    </div>
  );
}
