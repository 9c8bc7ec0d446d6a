import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asFieldbookError, type ErrorData } from '../../../shared/contract/errors.ts';
import { languageOf } from '../../../shared/model/languages.ts';
import { dropDraftsOfEngagement, useDraft } from '../../data/draft.ts';
import { ask } from '../../data/query.ts';
import { mayDiscard } from '../../data/unsaved.ts';
import { fieldbook } from '../../fieldbook.ts';
import { tellProblem } from '../../parts/notify.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useWords } from '../../words.ts';
import { keepPassphrase } from '../keychain.ts';
import { ClientStep } from './client-step.tsx';
import { type Draft, emptyDraft, faultsOf, fileNameOf, type Step, steps, toEngagement } from './draft.ts';
import { ProtectionStep } from './protection-step.tsx';
import { StandardsStep } from './standards-step.tsx';
import type { StepProps } from './step.ts';
import { TeamStep } from './team-step.tsx';
import classes from './wizard.module.css';

/** A new engagement in four short steps. Nothing is made before the last. */
export function Wizard({ folder, onCancel }: { folder: string; onCancel: () => void }) {
  const { t, locale } = useWords();
  const [first] = useState(() => emptyDraft(languageOf(locale), () => crypto.randomUUID()));
  const [typed, setTyped, dropTyped] = useDraft('wizard', first);
  // Nothing keeps a passphrase for later.
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const draft: Draft = { ...typed, ...secret };
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const step: Step = steps[at]!;
  const path = draft.path || `${folder}/${fileNameOf(draft.client)}`;
  const strength = useStrength(draft);
  const faults = faultsOf(step, draft, strength?.enough === true);

  // Each step begins at its first field.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [at]);

  const go = (to: number) => {
    setTried(false);
    setError(null);
    setAt(to);
  };
  const create = async () => {
    setBusy(true);
    setError(null);
    try {
      if (!(await mayDiscard())) return setBusy(false);
      if (!draft.path) await fieldbook.desktop.prepareFolder({ path: folder });
      await fieldbook.engagement.create(toEngagement(draft, path));
      dropDraftsOfEngagement();
      await brand(draft);
      if (draft.keep) await keepPassphrase(path, draft.passphrase);
      dropTyped();
    } catch (problem) {
      setError(asFieldbookError(problem).toData());
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Besides what the step finds: a date or colour that is none is known to its field alone.
    const unread = [...event.currentTarget.querySelectorAll('input')].some((one) => one.validity.customError);
    if (Object.keys(faults).length > 0 || unread) {
      setTried(true);
      return;
    }
    if (at < steps.length - 1) go(at + 1);
    else void create();
  };
  const props: StepProps = {
    draft,
    change: ({ passphrase = draft.passphrase, again = draft.again, ...change }) => {
      setError(null);
      setSecret({ passphrase, again });
      setTyped((before) => ({ ...before, ...change }));
    },
    fault: (field) => {
      const fault = tried ? faults[field] : undefined;
      return fault && t(`wizard.faults.${fault}`);
    },
  };
  return (
    <main className={classes.wizard}>
      <header>
        <h1>{t('wizard.title')}</h1>
        <p className="secondary">{t('wizard.step', { at: at + 1, of: steps.length })}</p>
        <ol className={classes.steps}>
          {steps.map((each, index) => (
            <li key={each} aria-current={index === at ? 'step' : undefined} data-done={index < at}>
              {t(`wizard.${each}Step`)}
            </li>
          ))}
        </ol>
      </header>
      <form ref={form} className="card form" onSubmit={submit} noValidate>
        {step === 'client' && <ClientStep {...props} />}
        {step === 'team' && <TeamStep {...props} />}
        {step === 'standards' && <StandardsStep {...props} />}
        {step === 'protection' && <ProtectionStep {...props} path={path} strength={strength} />}
        {error && <Problem error={error} />}
        <div className="form-actions">
          <Button
            variant="subtle"
            color="gray"
            className={classes.cancel}
            onClick={() => {
              dropTyped();
              onCancel();
            }}
          >
            {t('wizard.cancel')}
          </Button>
          {at > 0 && <Button onClick={() => go(at - 1)}>{t('wizard.back')}</Button>}
          <Button type="submit" variant="filled" loading={busy}>
            {t(at < steps.length - 1 ? 'wizard.next' : 'wizard.create')}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** After it was made: it is open whether or not its branding can be kept. */
async function brand({ logo, accent }: Draft): Promise<void> {
  try {
    const base64 = logo?.dataUrl.slice(logo.dataUrl.indexOf(',') + 1);
    if (base64) await fieldbook.engagement.setLogo({ base64 });
    if (accent !== undefined) await fieldbook.workspace.setBranding({ branding: { accent } });
  } catch (error) {
    tellProblem(error);
  }
}

/** Of the passphrase as it stands; undefined while it is empty or being judged for the first time. */
function useStrength({ passphrase, client, consultant }: Draft) {
  const [typed] = useDebouncedValue(passphrase, 150);
  const words = [client, consultant, ...client.split(/\s+/)].filter(Boolean);
  const { data } = useQuery({
    ...ask('storage', 'strength', { passphrase: typed, words }),
    enabled: typed !== '',
    // What was typed on the way is nobody's business.
    gcTime: 0,
    placeholderData: (before) => before,
  });
  return passphrase === '' ? undefined : data;
}
