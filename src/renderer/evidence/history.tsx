import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { useWords } from '../words.ts';
import classes from './evidence.module.css';

const actions = ['add', 'copy', 'save', 'link', 'unlink', 'remove'] as const;

/** Who did what to a piece, newest first. */
export function PieceHistory({ id }: { id: string }) {
  const { t, moment } = useWords();
  const { data } = useQuery(ask('history', 'page', { kind: 'evidence', record: id, limit: 12 }));
  const name = (what: string) => {
    const action = actions.find((one) => what === `evidence.${one}`);
    return action
      ? t(`evidence.did.${action}`)
      : t(what === 'undo' ? 'evidence.did.undo' : 'evidence.did.other');
  };
  return (
    <section>
      <h3>{t('evidence.history')}</h3>
      <ol className={classes.history}>
        {data?.entries.map((entry) => (
          <li key={entry.id}>
            <span className="secondary">{moment(entry.at)}</span>
            <span>
              {name(entry.what)} <span className="secondary">{entry.who}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
