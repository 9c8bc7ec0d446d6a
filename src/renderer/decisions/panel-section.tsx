import { Button } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useRef } from 'react';
import { useSession } from '../data/session.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './decisions.module.css';
import { DecisionMark, useTerm } from './mark.tsx';

type Detail = Answer<'findings', 'get'>;
type Decision = Detail['decisions'][number];

/** What applies to a finding, what else covers it, and what was decided before. */
export function DecisionPart({ finding, onDecide }: { finding: Detail; onDecide: () => void }) {
  const { t, moment } = useWords();
  const { engagement } = useSession();
  const [applies, ...others] = finding.decisions;
  const past = finding.decided.slice(applies ? 1 : 0);
  const decide = useRef<HTMLButtonElement>(null);
  const lift = async (id: string) => {
    try {
      const { step, lifted } = await fieldbook.decisions.lift({ ids: [id] });
      // The button goes with the decision.
      decide.current?.focus();
      tell(t('decisions.lifted', { count: lifted }), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <>
      {applies ? <One decision={applies} /> : <p className="secondary">{t('decisions.none')}</p>}
      <div className={classes.row}>
        <Button
          ref={decide}
          leftSection={<IconGavel size={14} />}
          disabled={engagement.readonly}
          onClick={onDecide}
        >
          {t(applies ? 'decisions.change' : 'decisions.decide')}
        </Button>
        {applies && (
          <Button variant="subtle" disabled={engagement.readonly} onClick={() => void lift(applies.id)}>
            {t('decisions.lift')}
          </Button>
        )}
        <span className="secondary small">{t('decisions.keys')}</span>
      </div>
      {others.length > 0 && (
        <details>
          <summary className="secondary small">{t('decisions.also')}</summary>
          <ul className={classes.list}>
            {others.map((decision) => (
              <li key={decision.id}>
                <One decision={decision} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {past.length > 0 && (
        <details>
          <summary className="secondary small">{t('decisions.history')}</summary>
          <ol className={classes.list}>
            {past.map(({ at, sentence, reason }) => (
              <li key={`${at} ${sentence}`} className={classes.event}>
                <p>{sentence}</p>
                {reason && <p className={`secondary small ${classes.reason}`}>{reason}</p>}
                <p className="secondary small">{moment(at)}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function One({ decision }: { decision: Decision }) {
  const { t, moment } = useWords();
  const term = useTerm();
  const { label, reason, owner, decidedBy, decidedAt, scope } = decision;
  return (
    <div className={classes.decision}>
      <p className={classes.head}>
        <DecisionMark decision={decision} />
        <span>{term(decision)}</span>
        {owner && <span className="secondary">{owner}</span>}
      </p>
      <p className={classes.reason}>{reason}</p>
      <p className="secondary small">
        {scope.kind !== 'finding' && `${label} · `}
        {t('decisions.by', { who: decidedBy, date: moment(decidedAt) })}
      </p>
    </div>
  );
}
