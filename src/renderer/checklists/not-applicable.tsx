import { Button, Kbd, Select } from '@mantine/core';
import { applicabilityReasons } from '../../shared/model/records/answer.ts';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { Given, ItemData } from './data.ts';

interface Props {
  one: ItemData;
  readonly: boolean;
  onAnswer: (given: Given) => void;
}

/** That a question does not apply is an answer too, with its reason. */
export function NotApplicable({ one: { state }, readonly, onAnswer }: Props) {
  const { t } = useWords();
  const reason = state.answer?.notApplicable ?? null;
  if (reason === null)
    return readonly ? null : (
      <div>
        <Button
          leftSection={<Kbd size="xs">x</Kbd>}
          onClick={() => onAnswer({ notApplicable: 'not-in-scope' })}
        >
          {t('checklists.item.notApplicable')}
        </Button>
      </div>
    );
  return (
    <div className={`${classes.applies} ${classes.wide}`}>
      <span className={classes.none}>{t('checklists.item.notApplicable')}</span>
      <Select
        flex={1}
        aria-label={t('checklists.item.why')}
        readOnly={readonly}
        value={reason}
        data={applicabilityReasons.map((value) => ({ value, label: t(`checklists.item.reasons.${value}`) }))}
        onChange={(value) => onAnswer({ notApplicable: value as typeof reason })}
      />
      {!readonly && (
        <Button onClick={() => onAnswer({ notApplicable: null })}>{t('checklists.item.applies')}</Button>
      )}
    </div>
  );
}
