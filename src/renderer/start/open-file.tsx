import { Button, Checkbox, Modal, PasswordInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { dropDraftsOfEngagement } from '../data/draft.ts';
import { mayDiscard } from '../data/unsaved.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';
import { Path } from '../parts/path.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import { keepPassphrase, useKeychain } from './keychain.ts';

interface Props {
  path: string;
  ready: boolean;
  /** Why an attempt before this one failed. */
  problem: ErrorData | null;
  onClose: () => void;
}

/** Opens a file: with the passphrase that the keychain has, or with the one that is typed. */
export function OpenFile({ path, ready, problem, onClose }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [readonly, setReadonly] = useState(false);
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(problem);
  const keychain = useKeychain(path);

  const asked = useRef<() => Promise<unknown>>(undefined);
  const attempt = async (open: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    // An engine that is still starting is asked as soon as it can be.
    asked.current = ready ? undefined : open;
    if (!ready) return;
    try {
      if (!(await mayDiscard())) return setBusy(false);
      await open();
      dropDraftsOfEngagement();
    } catch (cause) {
      setError(asFieldbookError(cause).toData());
      // A passphrase that did not open the file was forgotten.
      void client.invalidateQueries({ queryKey: ['keychain'] });
      setBusy(false);
    }
  };
  const askNow = useEffectEvent(() => asked.current && void attempt(asked.current));
  useEffect(() => {
    if (ready) askNow();
  }, [ready]);
  const openTyped = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await fieldbook.engagement.open({ path, passphrase, readonly });
      if (remember) await keepPassphrase(path, passphrase);
    });
  };
  const forget = async () => {
    await fieldbook.keychain.forget({ path }).catch(tellProblem);
    await client.invalidateQueries({ queryKey: ['keychain'] });
  };
  const kept = keychain?.kept === true;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('open.dialog', { file: path.split(/[\\/]/).at(-1) ?? path })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={openTyped} className="form">
        <p>
          <code className="secondary">
            <Path path={path} />
          </code>
        </p>
        {kept && (
          <div className="form-actions">
            <span className="secondary">{t('open.remembered')}</span>
            <Button variant="subtle" color="gray" onClick={() => void forget()}>
              {t('open.forget')}
            </Button>
            <Button
              variant="filled"
              leftSection={<IconKey size={14} aria-hidden />}
              loading={busy}
              onClick={() => void attempt(() => fieldbook.keychain.open({ path, readonly }))}
            >
              {t('open.withKeychain')}
            </Button>
          </div>
        )}
        <PasswordInput
          label={t('open.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('common.showPassphrase') }}
        />
        <Checkbox
          label={t('open.readonly')}
          checked={readonly}
          onChange={(event) => setReadonly(event.currentTarget.checked)}
        />
        {keychain?.available && !kept && (
          <Checkbox
            label={t('open.remember')}
            checked={remember}
            onChange={(event) => setRemember(event.currentTarget.checked)}
          />
        )}
        {keychain?.available === false && <p className="secondary small">{t('open.rememberNone')}</p>}
        {error && <Problem error={error} />}
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant={kept ? 'default' : 'filled'} loading={busy}>
            {t('open.submit')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
