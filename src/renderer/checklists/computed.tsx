import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Dimension } from '../../shared/model/records/checklist.ts';
import { ask } from '../data/query.ts';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';

/** Which figure of maturity; without a dimension, the overall one. */
export interface Figure {
  name: string;
  dimension?: Dimension;
  value?: string;
  checklist?: string;
}

interface Props {
  figure: Figure;
  milestone: string | undefined;
  onClose: () => void;
}

/** The items behind a figure with their weights and levels, and the sum that gives it. */
export function Computed({ figure: { name, ...figure }, milestone, onClose }: Props) {
  const { t, number, percent } = useWords();
  const { data } = useQuery(
    ask('checklists', 'computed', { ...figure, ...(milestone !== undefined && { milestone }) }),
  );
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('checklists.maturity.computedOf', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {!data ? (
        <RowsSkeleton rows={6} />
      ) : (
        <div className={classes.diff}>
          <p className="strong">
            {data.score === null
              ? t('checklists.maturity.formulaNone')
              : t('checklists.maturity.formula', {
                  points: data.points,
                  weight: data.weight,
                  score: percent(data.score / 100),
                })}
          </p>
          <p className="secondary">{t('checklists.maturity.confidenceOf', { share: data.confidence })}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('checklists.maturity.item')}</th>
                <th scope="col" className="amount">
                  {t('checklists.maturity.weight')}
                </th>
                <th scope="col" className="amount">
                  {t('checklists.maturity.level')}
                </th>
                <th scope="col" className="amount">
                  {t('checklists.maturity.product')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.parts.map(({ item, checklist, question, weight, level, state }) => (
                <tr key={item} className={state === 'counted' ? undefined : 'secondary'}>
                  <th scope="row">
                    <Link to="/checklists" search={{ checklist, item } as never} onClick={onClose}>
                      {question}
                    </Link>
                  </th>
                  <td className="amount">{number(weight)}</td>
                  <td className="amount">
                    {state === 'counted'
                      ? number(level!)
                      : t(state === 'open' ? 'checklists.maturity.open' : 'checklists.maturity.leftOut')}
                  </td>
                  <td className="amount">{state === 'counted' ? number(weight * level!) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}
