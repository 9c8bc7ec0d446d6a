import { findingChanges, resourceChanges } from '../../../shared/model/comparison.ts';
import { accountCount } from '../../parts/account-count.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words.ts';
import { ChangeMark } from '../change-mark.tsx';
import classes from '../compare.module.css';
import type { ComparisonData } from '../markdown.ts';
import { useCompareChange } from '../use-compare.ts';
import { Scores } from './scores.tsx';

/** Two snapshots in figures; each count leads to what it counts. */
export function ComparisonOverview({ data }: { data: ComparisonData }) {
  const { t } = useWords();
  const change = useCompareChange();
  return (
    <div className={classes.overview}>
      <Figures data={data} />
      <Scores scores={data.scores} />
      <div className={classes.became}>
        <Card title={t('compare.became')}>
          <Counts
            names={findingChanges}
            counts={data.findings}
            onChoose={(one) => change({ part: 'findings', findings: { change: [one] }, finding: undefined })}
          />
        </Card>
        <Card title={t('compare.came')}>
          <Counts
            names={resourceChanges}
            counts={data.resources}
            onChoose={(one) =>
              change({ part: 'resources', resources: { change: [one] }, resource: undefined })
            }
          />
        </Card>
      </div>
    </div>
  );
}

function Figures({ data: { before, after, scores, savings } }: { data: ComparisonData }) {
  const words = useWords();
  const { t, number, money, percent } = words;
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value)));
  const reads = (one: ComparisonData['before']) =>
    one.reads.planned === 0 ? '–' : percent(one.reads.ok / one.reads.planned);
  return (
    <section className="card figures" aria-label={t('figures.label')}>
      <Figure
        name={t('figures.score')}
        was={score(scores.before.overall.score)}
        is={score(scores.after.overall.score)}
        note={t('compare.scoresNote')}
      />
      <Figure
        name={t('compare.money')}
        was={money(savings.before.counted)}
        is={money(savings.after.counted)}
        note={`${t('compare.advisory')}: ${money(savings.before.advisory)} → ${money(savings.after.advisory)}`}
      />
      <Figure
        name={t('compare.coverage')}
        was={reads(before)}
        is={reads(after)}
        note={t('compare.reads', after.reads)}
      />
      <Figure
        name={t('compare.resources')}
        was={number(before.resources)}
        is={number(after.resources)}
        note={accountCount(after, words)}
      />
    </section>
  );
}

function Figure({ name, was, is, note }: { name: string; was: string; is: string; note: string }) {
  const { t } = useWords();
  return (
    <div className="figure">
      <div className="name">{name}</div>
      <div className="value">
        <span className={classes.was}>
          <span className="hidden">{t('compare.before')} </span>
          {was}
        </span>{' '}
        <span aria-hidden className={classes.arrow}>
          →
        </span>{' '}
        <span className="hidden">{t('compare.after')} </span>
        {is}
      </div>
      <div className="note">{note}</div>
    </div>
  );
}

interface CountsProps<N extends string> {
  names: readonly N[];
  counts: Partial<Record<N, number>>;
  onChoose: (name: N) => void;
}

function Counts<N extends (typeof findingChanges)[number] | (typeof resourceChanges)[number]>({
  names,
  counts,
  onChoose,
}: CountsProps<N>) {
  const { t, number } = useWords();
  return (
    <ul className={classes.counts}>
      {names.map((name) => (
        <li key={name}>
          <button type="button" onClick={() => onChoose(name)}>
            <span className={classes.number}>{number(counts[name] ?? 0)}</span>
            <ChangeMark change={name} />
          </button>
          <p className="secondary">{t(`compare.means.${name}`)}</p>
        </li>
      ))}
    </ul>
  );
}
