import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './compare.module.css';
import type { Which } from './use-compare.ts';

/** Answers whose level is another one now. */
export function AnswerChanges({ which }: { which: Which }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('compare', 'answers', which));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={4} />;
  if (!data.kept) return <Empty what={t('compare.answersNotKept')} next={t('compare.answersNotKeptNext')} />;
  const same = t('compare.answersSame', { count: data.same });
  if (data.changes.length === 0) return <Empty what={t('compare.answersNone')} next={same} />;
  const level = (value: string | null) =>
    value === null ? (
      <span className={classes.unknown}>{t('compare.notAnswered')}</span>
    ) : (
      t('compare.level', { level: value })
    );
  return (
    <div className={classes.overview}>
      <Card title={t('compare.answers')} note={same}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('compare.question')}</th>
              <th scope="col">{t('compare.before')}</th>
              <th scope="col">{t('compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {data.changes.map(({ item, question, before, after }) => (
              <tr key={item}>
                <th scope="row">{question ?? item}</th>
                <td>{level(before)}</td>
                <td className="strong">{level(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}
