import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Code } from '../parts/code.tsx';
import { References } from '../parts/references.tsx';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import type { CheckRow } from './catalogue.ts';
import classes from './checks.module.css';
import { Settings } from './settings.tsx';

interface Props {
  check: CheckRow;
  judged: boolean;
  onClose: () => void;
}

/** Instead of a check that a link names and this version does not have. */
export function UnknownCheck({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  return (
    <div className={classes.panel}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      <h2>{id}</h2>
      <div className="problem" role="alert">
        <p>
          <strong>{t('checks.panel.unknown')}</strong>
        </p>
        <p>{t('checks.panel.unknownNext')}</p>
      </div>
    </div>
  );
}

/** What a check looks for, what it reads and needs, and how the engagement has set it. */
export function CheckPanel({ check, judged, onClose }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.panel}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      <p className={classes.head}>
        <SeverityName severity={check.severity} />
        <span className="secondary">
          {check.id} · v{check.version}
        </span>
      </p>
      <h2>{check.title}</h2>
      <p className="secondary small">
        {t(`aspectNames.${check.aspect}`)} · {t('checks.panel.effort')}:{' '}
        {t(`findings.efforts.${check.effort}`)}
      </p>
      {check.off !== null && (
        <p className={classes.notice}>
          <strong>{t('checks.panel.isOff')}</strong> {check.off}
        </p>
      )}
      <p>{check.risk}</p>
      {check.fails !== null && check.fails > 0 && (
        <p>
          <Link
            to="/findings"
            search={
              {
                filter: [
                  { property: 'status', operator: 'is', values: ['fail'] },
                  { property: 'check', operator: 'is', values: [check.id], join: 'and' },
                ],
              } as never
            }
          >
            {t('checks.panel.fails', { count: check.fails })}
          </Link>
        </p>
      )}
      <Settings check={check} judged={judged} />
      <section>
        <h3>{t('checks.panel.fix')}</h3>
        <ol>
          {check.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{t('checks.panel.reads')}</h3>
        <p className="small">
          <code>{check.reads.join(', ')}</code>
        </p>
      </section>
      <section>
        <h3>{t('checks.panel.permissions')}</h3>
        <Code text={check.permissions.join('\n')} label={t('checks.panel.permissions')} />
      </section>
      {check.references.length > 0 && (
        <section>
          <h3>{t('checks.panel.references')}</h3>
          <References ids={check.references} />
        </section>
      )}
    </div>
  );
}
