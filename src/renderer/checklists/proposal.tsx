import { Button, Kbd, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { SeverityMark } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import { type Given, type ItemData, isUnreasoned } from './data.ts';
import { useTyped } from './typed.ts';

interface Props {
  one: ItemData;
  readonly: boolean;
  onTake: () => void;
  onReason: (given: Given) => void;
}

/** What the scan proposes and on what it rests; what it proposed when the answer was given, where that differs. */
export function ProposalBox({ one, readonly, onTake, onReason }: Props) {
  const { t } = useWords();
  const { item, state } = one;
  const proposal = state.proposal!;
  const taken = state.answer?.source === 'scan' && state.level === proposal.level;
  return (
    <section className={classes.proposal} aria-label={title(one, t)}>
      <div className={classes.proposed}>
        <p className="strong">{title(one, t)}</p>
        {proposal.level !== null &&
          item.kind !== 'number' &&
          (taken ? (
            <span className="secondary">{t('checklists.proposal.taken')}</span>
          ) : (
            !readonly && (
              <Button leftSection={<Kbd size="xs">p</Kbd>} onClick={onTake}>
                {t('checklists.proposal.take')}
              </Button>
            )
          ))}
      </div>
      <p className="secondary small">
        {t('checklists.proposal.counts', {
          pass: proposal.pass,
          fail: proposal.fail,
          unknown: proposal.unknown,
        })}
        {proposal.share !== null && ` · ${t('checklists.proposal.share', { share: proposal.share })}`}
      </p>
      {state.differs && (
        <p className={classes.urgent}>
          {state.differs.now === null
            ? t('checklists.proposal.differsNone', { was: state.differs.was })
            : t('checklists.proposal.differs', { was: state.differs.was, now: state.differs.now })}
        </p>
      )}
      {state.override && <Reason one={one} readonly={readonly} onReason={onReason} />}
    </section>
  );
}

/** What the proposal rests on. */
export function ProposalGrounds({ one: { item, state } }: { one: ItemData }) {
  const { t } = useWords();
  return (
    <>
      {state.proposal!.fail > 0 && <Worst checks={item.checks} />}
      <details className="small secondary">
        <summary>{t('checklists.proposal.how')}</summary>
        <p>{t('checklists.proposal.rule')}</p>
      </details>
    </>
  );
}

const title = ({ state }: ItemData, t: ReturnType<typeof useWords>['t']): string => {
  const { level, state: how } = state.proposal!;
  if (level !== null) return t('checklists.proposal.title', { level });
  return t(how === 'unclear' ? 'checklists.proposal.unclear' : 'checklists.proposal.nothing');
};

function Reason({ one: { item, state }, readonly, onReason }: Pick<Props, 'one' | 'readonly' | 'onReason'>) {
  const { t } = useWords();
  const typed = useTyped(state.answer!.reason, (reason) => onReason({ reason, merge: `reason:${item.id}` }));
  return (
    <TextInput
      label={t('checklists.proposal.reason')}
      readOnly={readonly}
      value={typed.value}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={typed.leave}
      {...(!readonly &&
        typed.value.trim() === '' &&
        isUnreasoned(state) && {
          description: (
            <span className={classes.urgent}>
              <IconAlertCircle size={13} stroke={1.6} aria-hidden />
              {t('checklists.proposal.unreasoned')}
            </span>
          ),
        })}
    />
  );
}

/** The worst findings of the checks, each a link to it. */
function Worst({ checks }: { checks: string[] }) {
  const { t } = useWords();
  const which = useWhich();
  const { data } = useQuery(
    ask('findings', 'page', {
      ...which,
      limit: 3,
      filter: { check: checks, status: ['fail'] },
      sort: { by: 'severity', direction: 'desc' },
    }),
  );
  const filter = [
    { property: 'status', operator: 'is', values: ['fail'] },
    { property: 'check', operator: 'is', values: checks, join: 'and' },
  ];
  return (
    <div className="small">
      <h3>{t('checklists.proposal.worst')}</h3>
      <ul className={classes.worst}>
        {data?.findings.map(({ ref, severity, title, resource }) => (
          <li key={ref}>
            <SeverityMark severity={severity} />{' '}
            <Link to="/findings" search={{ finding: ref, filter } as never}>
              {title}
            </Link>{' '}
            <span className="secondary">{resource.name || resource.arn}</span>
          </li>
        ))}
      </ul>
      {data && data.total > 3 && (
        <Link to="/findings" search={{ filter } as never}>
          {t('checklists.proposal.all')}
        </Link>
      )}
    </div>
  );
}
