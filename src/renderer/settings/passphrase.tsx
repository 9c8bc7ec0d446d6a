import { Button, PasswordInput, Progress } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useEffect, useState } from 'react';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { inOneLine } from '../parts/explain.ts';
import { tell } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

const empty = { current: '', next: '', again: '' };

/** Locks the file with another passphrase; the old one is asked for, and a guessable one is refused. */
export function Passphrase({ readonly }: { readonly: boolean }) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState(empty);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [name]: event.currentTarget.value });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.next !== typed.again) return setError(t('settings.passphrase.differ'));
    setBusy(true);
    try {
      await fieldbook.storage.changePassphrase({ current: typed.current, passphrase: typed.next });
      setTyped(empty);
      setError(null);
      tell(t('settings.passphrase.changed'));
    } catch (problem) {
      setError(
        asFieldbookError(problem).code === 'wrong-passphrase'
          ? t('settings.passphrase.wrong')
          : inOneLine(problem, words),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t('settings.passphrase.title')} note={t('settings.passphrase.note')}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <PasswordInput
          label={t('settings.passphrase.current')}
          value={typed.current}
          onChange={set('current')}
          disabled={readonly}
          required
        />
        <div className={classes.pair}>
          <div>
            <PasswordInput
              label={t('settings.passphrase.next')}
              value={typed.next}
              onChange={set('next')}
              disabled={readonly}
              required
            />
            {typed.next !== '' && <Strength passphrase={typed.next} />}
          </div>
          <PasswordInput
            label={t('settings.passphrase.again')}
            value={typed.again}
            onChange={set('again')}
            disabled={readonly}
            required
          />
        </div>
        {error && (
          <p className={`${classes.bad} small`} role="alert">
            {error}
          </p>
        )}
        <div>
          <Button type="submit" loading={busy} disabled={readonly}>
            {t('settings.passphrase.change')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

const levels = ['0', '1', '2', '3', '4'] as const;

function Strength({ passphrase }: { passphrase: string }) {
  const { t } = useWords();
  const [asked] = useDebouncedValue(passphrase, 150);
  const [score, setScore] = useState<number | null>(null);
  // Not a query: a passphrase has no business among what the window remembers.
  useEffect(() => {
    const abort = new AbortController();
    fieldbook.storage
      .strength({ passphrase: asked }, { signal: abort.signal })
      .then((answer) => setScore(answer.score))
      // The next letter was typed, or the engine is gone: then there is nothing to say.
      .catch(() => setScore(null));
    return () => abort.abort();
  }, [asked]);
  return (
    <div role="status" className={classes.choice}>
      <Progress w="100%" mt={6} size="xs" value={(((score ?? 0) + 1) / 5) * 100} aria-hidden />
      <span className="secondary small">
        {score === null ? '…' : t(`settings.passphrase.strength.${levels[score]!}`)}
      </span>
    </div>
  );
}
