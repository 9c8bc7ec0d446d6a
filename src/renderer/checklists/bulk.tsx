import { Button, Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { levels } from '../../shared/model/checklist.ts';
import { applicabilityReasons } from '../../shared/model/records/answer.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { Answering, BulkSet, ItemData } from './data.ts';

interface Props {
  selected: ItemData[];
  answering: Answering;
  onNone: () => void;
}

/** What can be done with several questions at once. */
export function BulkBar({ selected, answering, onNone }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  if (selected.length === 0) return null;
  const set = async (what: BulkSet) => {
    const done = await answering.bulk(
      selected.map(({ item }) => item.id),
      what,
    );
    if (!done) return;
    if ('level' in what) setReason('');
    const changed = t('checklists.bulk.done', { count: selected.length - done.left });
    tell(done.left > 0 ? `${changed} ${t('checklists.bulk.left', { count: done.left })}` : changed, () =>
      fieldbook.history.undo({ step: done.step }),
    );
  };
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('checklists.bulk.label')}>
      <span className="strong">{t('checklists.bulk.selected', { count: selected.length })}</span>
      <Menu>
        <Menu.Target>
          <Button>{t('checklists.bulk.level')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {levels.map((level) => (
            <Menu.Item key={level} onClick={() => void set({ level, reason })}>
              {t('checklists.item.level', { level })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {selected.some(({ state }) => state.proposal?.level != null) && (
        <TextInput
          flex={1}
          miw={220}
          maw={420}
          aria-label={t('checklists.bulk.reason')}
          placeholder={t('checklists.bulk.reasonShort')}
          value={reason}
          maxLength={4000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Menu>
        <Menu.Target>
          <Button>{t('checklists.bulk.notApplicable')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {applicabilityReasons.map((reason) => (
            <Menu.Item key={reason} onClick={() => void set({ notApplicable: reason })}>
              {t(`checklists.item.reasons.${reason}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => void set({ accept: true })}>{t('checklists.bulk.accept')}</Button>
      <Button onClick={() => void set({ clear: true })}>{t('checklists.bulk.clear')}</Button>
      <Button variant="subtle" onClick={onNone}>
        {t('checklists.bulk.none')}
      </Button>
    </div>
  );
}
