import { Button, Stepper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words.ts';
import { type SetupStep, setupSteps } from '../search.ts';
import { Accounts } from './accounts.tsx';
import { Checks } from './checks.tsx';
import { missingOf, useDraft } from './draft.ts';
import { Plan } from './plan.tsx';
import { Regions } from './regions.tsx';
import classes from './setup.module.css';

/** A new scan in three steps, and what it would do before it does it. */
export function Setup({ step }: { step: SetupStep }) {
  const { t } = useWords();
  const go = useNavigate();
  const draft = useDraft();
  const missing = missingOf(draft);
  const at = setupSteps.indexOf(step);
  // The plan of a setup with something missing is that step.
  const open = setupSteps.slice(0, 3).findIndex((one) => missing[one as 'accounts'] !== null);
  const to = (next: number) => void go({ to: '/scans', search: { setup: setupSteps[next] } });
  const leave = () => void go({ to: '/scans', search: {} });
  const content: Record<SetupStep, ReactNode> = {
    accounts: <Accounts draft={draft} />,
    regions: <Regions draft={draft} />,
    checks: <Checks draft={draft} />,
    plan: open === -1 && <Plan draft={draft} />,
  };
  const problem = step === 'plan' ? null : missing[step];
  return (
    <Page
      title={t('scans.setup.title')}
      lead={t('scans.setup.step', { step: at + 1 })}
      actions={<Button onClick={leave}>{t('scans.setup.cancel')}</Button>}
    >
      <Stepper size="xs" active={at} onStepClick={to} className={classes.stepper!}>
        {setupSteps.map((one, index) => (
          <Stepper.Step
            key={one}
            label={t(`scans.setup.${one}`)}
            allowStepSelect={open === -1 || index <= open}
            {...(one === step && { 'aria-current': 'step' as const })}
          />
        ))}
      </Stepper>
      {content[step]}
      {step !== 'plan' && (
        <div className={classes.foot}>
          {at > 0 && <Button onClick={() => to(at - 1)}>{t('scans.setup.back')}</Button>}
          <Button variant="filled" disabled={problem !== null} onClick={() => to(at + 1)}>
            {t('scans.setup.next')}
          </Button>
          <span className="secondary" role="status">
            {problem && t(`scans.setup.${problem}`)}
          </span>
        </div>
      )}
    </Page>
  );
}
