import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../data/types.ts';
import { inOneLine } from '../parts/explain.ts';
import { FileButton } from '../parts/file-button.tsx';
import { tell } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import { bytesInWords } from './bytes.ts';
import classes from './settings.module.css';

export type Logo = NonNullable<Answer<'workspace', 'get'>['logo']>;

interface Props {
  label: string;
  note: string;
  logo: Logo | null;
  disabled?: boolean;
  /** For a form that keeps nothing yet: no notice that could take it back later. */
  quiet?: boolean;
  onSet: (base64: string | null) => Promise<unknown>;
}

/** A logo: what there is, another one, or none. The engine looks a file over before it takes it. */
export function LogoField({ label, note, logo, disabled = false, quiet = false, onSet }: Props) {
  const words = useWords();
  const { t, locale } = words;
  const [error, setError] = useState<string | null>(null);
  const set = async (base64: string | null) => {
    try {
      await onSet(base64);
      setError(null);
      if (quiet) return;
      const before = logo === null ? null : logo.dataUrl.slice(logo.dataUrl.indexOf(',') + 1);
      tell(t(base64 === null ? 'settings.logo.removed' : 'settings.logo.set'), () => onSet(before));
    } catch (problem) {
      setError(inOneLine(problem, words));
    }
  };
  return (
    <fieldset className="plain" disabled={disabled}>
      <legend className={classes.label}>{label}</legend>
      <p className="secondary small">{note}</p>
      <div className={`${classes.logo} logo-row`}>
        {logo && <img src={logo.dataUrl} alt={label} />}
        {logo && <span className="secondary small">{bytesInWords(logo.bytes, locale)}</span>}
        <FileButton
          accept="image/svg+xml,image/png,image/jpeg"
          onChange={(file) => file && void base64Of(file).then(set)}
        >
          {(props) => (
            <Button {...props} disabled={disabled}>
              {t(logo ? 'settings.logo.replace' : 'settings.logo.choose')}
            </Button>
          )}
        </FileButton>
        {logo && !disabled && (
          <Button variant="subtle" onClick={() => void set(null)}>
            {t('settings.logo.remove')}
          </Button>
        )}
      </div>
      {error && (
        <p className={`${classes.bad} small`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
