import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { StatusName } from '../parts/status.tsx';
import { useWords } from '../words.ts';
import { Dependencies } from './dependencies.tsx';
import { SystemForm } from './form.tsx';
import classes from './inventory.module.css';
import type { Whole } from './system.ts';

interface Props {
  id: string;
  /** Just now: its name is to be written. */
  added: boolean;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** A system: what people said of it, what it depends on, and what its checks say. */
export function SystemPanel({ id, added, onClose, onOpen }: Props) {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  const { data, error, refetch } = useQuery({
    ...ask('inventory', 'get', { id }),
    placeholderData: keepPreviousData,
  });
  const remove = async (name: string) => {
    try {
      const { step } = await fieldbook.inventory.remove({ id });
      onClose();
      tell(t('inventory.removed', { name }), () => fieldbook.history.undo({ step }));
    } catch (problem) {
      tellProblem(problem);
    }
  };
  return (
    <div className={classes.panel} aria-busy={!data}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      {error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <h2>{data.system.name}</h2>
          <Verdicts verdicts={data.verdicts} />
          <SystemForm system={data.system} added={added} disabled={readonly} />
          <Dependencies whole={data} disabled={readonly} onOpen={onOpen} />
          <EvidenceList link={{ kind: 'system', id }} />
          {!readonly && (
            <Button
              className={classes.remove!}
              leftSection={<IconTrash size={14} />}
              onClick={() => void remove(data.system.name)}
            >
              {t('inventory.remove')}
            </Button>
          )}
        </>
      ) : (
        <>
          <Skeleton height={16} width="60%" />
          <Skeleton height={120} />
          <Skeleton height={200} />
        </>
      )}
    </div>
  );
}

const order = { fail: 0, unknown: 1, pass: 2 } as Record<string, number>;

function Verdicts({ verdicts }: Pick<Whole, 'verdicts'>) {
  const { t } = useWords();
  const sorted = verdicts.toSorted((a, b) => order[a.status]! - order[b.status]!);
  return (
    <section>
      <h3>{t('inventory.verdicts')}</h3>
      <ul className={classes.verdicts}>
        {sorted.map(({ check, status, title, reason, step }) => (
          <li key={check}>
            <StatusName status={status} />
            <div>
              <div className={status === 'fail' ? 'strong' : undefined}>{title}</div>
              <div className="secondary">
                {reason}
                {status === 'fail' && ` ${step}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
