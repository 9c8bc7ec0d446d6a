import { Button, Modal, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { Prompt } from '../../shared/model/scan.ts';
import { identify } from '../data/identity.ts';
import { ask } from '../data/query.ts';
import { useScanJob } from '../data/scan.ts';
import type { Args } from '../data/types.ts';
import { fieldbook, listen } from '../fieldbook.ts';
import { Code } from '../parts/code.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './scans.module.css';

type Reply = Args<'aws', 'answerPrompt'>['answer'];

/** What a scan needs of the window on whatever page: its job, and a person for codes and sign-ins. */
export function ScanCompanion() {
  useScanJob();
  return <Prompts />;
}

/** Questions of the engine that only a person can answer, one after the other. */
function Prompts() {
  const { t } = useWords();
  const client = useQueryClient();
  const options = ask('aws', 'prompts', {});
  const { data } = useQuery(options);
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: ask('aws', 'prompts', {}).queryKey });
    // A question goes with the engine that asked it.
    const stops = [listen('prompt', again), listen('prompt.closed', again), listen('engine', again)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
  const prompt = data?.prompts[0];
  const reply = (answer: Reply) => {
    if (!prompt) return;
    void fieldbook.aws.answerPrompt({ id: prompt.id, answer }).catch(tellProblem);
    if (answer.kind === 'signed-in') void identify(prompt.profile);
  };
  return (
    <Modal
      opened={prompt !== undefined}
      onClose={() => reply({ kind: 'cancelled' })}
      closeOnClickOutside={false}
      title={
        prompt && (
          <strong>{t(prompt.kind === 'mfa' ? 'scans.prompt.mfaTitle' : 'scans.prompt.signInTitle')}</strong>
        )
      }
      closeButtonProps={{ 'aria-label': t('scans.prompt.later') }}
    >
      {prompt?.kind === 'mfa' && <Mfa key={prompt.id} prompt={prompt} reply={reply} />}
      {prompt?.kind === 'sign-in' && <SignIn key={prompt.id} prompt={prompt} reply={reply} />}
    </Modal>
  );
}

interface Props {
  prompt: Prompt;
  reply: (answer: Reply) => void;
}

function Mfa({ prompt, reply }: Props) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const good = /^\d{6}$/.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (good) reply({ kind: 'code', code });
  };
  return (
    <form onSubmit={submit} className={classes.prompt}>
      <p>{t('scans.prompt.mfaText', { profile: prompt.profile })}</p>
      <p className="secondary">
        {t('scans.prompt.device')} <code>{prompt.serial}</code>
      </p>
      <TextInput
        data-autofocus
        label={t('scans.prompt.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        error={tried && !good ? t('scans.prompt.codeBad') : undefined}
        onChange={({ currentTarget }) => setCode(currentTarget.value.replace(/\D/g, ''))}
      />
      <p className="secondary small">{t('scans.prompt.wait')}</p>
      <div className={classes.buttons}>
        <Button type="submit" variant="filled">
          {t('scans.prompt.send')}
        </Button>
        <Button onClick={() => reply({ kind: 'cancelled' })}>{t('scans.prompt.later')}</Button>
      </div>
    </form>
  );
}

function SignIn({ prompt, reply }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.prompt}>
      <p>{t('scans.prompt.signInText', { profile: prompt.profile })}</p>
      {prompt.account !== null && (
        <p className="secondary">{t('scans.prompt.account', { account: prompt.account })}</p>
      )}
      {prompt.command === null ? (
        <p>{t('scans.prompt.renew')}</p>
      ) : (
        <>
          <p>{t('scans.prompt.run')}</p>
          <Code text={prompt.command} label={t('scans.prompt.run')} />
        </>
      )}
      <p className="secondary small">{t('scans.prompt.wait')}</p>
      <div className={classes.buttons}>
        <Button variant="filled" data-autofocus onClick={() => reply({ kind: 'signed-in' })}>
          {t('scans.prompt.signedIn')}
        </Button>
        <Button onClick={() => reply({ kind: 'cancelled' })}>{t('scans.prompt.later')}</Button>
      </div>
    </div>
  );
}
