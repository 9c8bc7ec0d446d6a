import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AspectIcon } from '../parts/aspect.tsx';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { Answering, ItemData } from './data.ts';
import type { AnswerKeys } from './keys.ts';
import { NotApplicable } from './not-applicable.tsx';
import { Note } from './note.tsx';
import { ProposalBox, ProposalGrounds } from './proposal.tsx';
import { Scale } from './scale.tsx';

interface Props {
  one: ItemData;
  at: number;
  of: number;
  section: string;
  answering: Answering;
  readonly: boolean;
  keys: AnswerKeys;
  /** For a projector. */
  large: boolean;
}

/** One question with everything that belongs to its answer. */
export function Question({ one, at, of, section, answering, readonly, keys, large }: Props) {
  const { t } = useWords();
  const { item, words, state } = one;
  const { answer } = state;
  const answerIt = (given: Parameters<Answering['answer']>[1]) => void answering.answer(item.id, given);
  const [anyway, setAnyway] = useState(false);
  const folded = state.blocked !== null && state.level === null && !answer?.notApplicable && !anyway;
  return (
    <article className={large ? `${classes.item} ${classes.large}` : classes.item}>
      <p className={`secondary small ${classes.facts}`}>
        <span>
          {section} · {t('checklists.item.position', { at, of })}
        </span>
        <span>{t('checklists.item.weight', { weight: item.weight })}</span>
        {item.aspect && (
          <span>
            <AspectIcon aspect={item.aspect} size={13} />
            {t(`aspectNames.${item.aspect}`)}
          </span>
        )}
        {item.stage && <span>{t(`stageNames.${item.stage}`)}</span>}
        {item.principle && <span>{t(`principleNames.${item.principle}`)}</span>}
      </p>
      <h2>{words.question}</h2>
      {words.why && <p className="secondary">{words.why}</p>}
      {answer?.changedSince && (
        <div className={classes.notice}>
          <p>{t('checklists.item.changed', { version: answer.changedSince })}</p>
          {!readonly && (
            <Button onClick={() => answerIt(sameValue(one))}>{t('checklists.item.confirm')}</Button>
          )}
        </div>
      )}
      {state.blocked && state.level === null && (
        <div className={classes.notice}>
          <p>
            {t(`checklists.item.blocked.${state.blocked.why}`, {
              question: state.blocked.question,
              atLeast: state.blocked.atLeast,
            })}
          </p>
          <p className={classes.buttons}>
            <Link to="/checklists" search={{ item: state.blocked.item } as never} className="more">
              {t('checklists.item.blocked.go')}
            </Link>
            {folded && (
              <Button size="compact-xs" variant="subtle" onClick={() => setAnyway(true)}>
                {t('checklists.item.blocked.anyway')}
              </Button>
            )}
          </p>
        </div>
      )}
      {state.proposal && <ProposalBox one={one} readonly={readonly} onTake={keys.take} onReason={answerIt} />}
      {!folded && (
        <>
          <Scale one={one} readonly={readonly} onAnswer={answerIt} />
          <div className={classes.more}>
            <NotApplicable one={one} readonly={readonly} onAnswer={answerIt} />
            <Note one={one} readonly={readonly} onAnswer={answerIt} />
            <EvidenceList quiet hotkey="e" link={{ kind: 'answer', id: item.id }} />
          </div>
        </>
      )}
      {!large && (
        <>
          {state.proposal && <ProposalGrounds one={one} />}
          {words.evidence.length > 0 && (
            <div>
              <h3>{t('checklists.item.ask')}</h3>
              <ul className={classes.dots}>
                {words.evidence.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          )}
          <p className={`secondary small ${classes.facts}`}>
            {answer && (
              <span>
                {t(`checklists.item.sources.${answer.source}`)},{' '}
                {t('checklists.item.by', { who: answer.who, when: answer.at })}
              </span>
            )}
            {item.references.length > 0 && (
              <span>
                {t('checklists.item.references')}: {item.references.join(', ')}
              </span>
            )}
          </p>
        </>
      )}
    </article>
  );
}

/** The same answer once more, now to the question as it is. */
function sameValue({ item, state: { answer } }: ItemData): Parameters<Answering['answer']>[1] {
  if (answer?.notApplicable) return { notApplicable: answer.notApplicable };
  return { [item.kind]: answer?.[item.kind] ?? null };
}
