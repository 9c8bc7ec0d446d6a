import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { TagPolicy as Policy } from '../../shared/model/engagement.ts';
import { useDraft } from '../data/draft.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

/** What the client has agreed every resource must carry. Kept as a whole, so that half a row judges nobody. */
export function TagPolicy() {
  const { t } = useWords();
  const { engagement } = useSession();
  const kept = engagement.tagPolicy;
  const [rows, setRows, dropRows] = useDraft('tag policy', kept.required);
  const changed = JSON.stringify(rows) !== JSON.stringify(kept.required);
  const keys = rows.map(({ key }) => key.trim());
  const problem = keys.some((key) => key === '')
    ? t('settings.tags.empty')
    : new Set(keys).size < keys.length
      ? t('settings.tags.twice')
      : null;
  const set = (at: number, change: Partial<Policy['required'][number]>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const save = async () => {
    await fieldbook.engagement.setTagPolicy({
      tagPolicy: { required: rows.map((row) => ({ ...row, key: row.key.trim() })) },
    });
    tell(t('settings.kept'), () => fieldbook.engagement.setTagPolicy({ tagPolicy: kept }));
  };
  return (
    <Card title={t('settings.tags.title')} note={t('settings.tags.note')}>
      <div className={classes.tags}>
        {rows.map((row, at) => (
          <div key={at} className={classes.tag}>
            <TextInput
              label={t('settings.tags.key')}
              value={row.key}
              maxLength={128}
              disabled={engagement.readonly}
              onChange={(event) => set(at, { key: event.currentTarget.value })}
            />
            <TagsInput
              size="xs"
              label={t('settings.tags.values')}
              placeholder={row.values.length === 0 ? t('settings.tags.any') : ''}
              value={row.values}
              disabled={engagement.readonly}
              onChange={(values) => set(at, { values })}
            />
            <ActionIcon
              aria-label={t('settings.tags.remove', { key: row.key || String(at + 1) })}
              disabled={engagement.readonly}
              onClick={() => setRows(rows.filter((_, index) => index !== at))}
            >
              <IconTrash size={16} stroke={1.5} />
            </ActionIcon>
          </div>
        ))}
        {rows.length === 0 && <p className="secondary">{t('settings.tags.none')}</p>}
      </div>
      {problem && changed && (
        <p className={`${classes.bad} small`} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.row}>
        <Button disabled={engagement.readonly} onClick={() => setRows([...rows, { key: '', values: [] }])}>
          {t('settings.tags.add')}
        </Button>
        {changed && (
          <>
            <Button
              variant="filled"
              disabled={problem !== null}
              onClick={() => void save().catch(tellProblem)}
            >
              {t('common.save')}
            </Button>
            <Button variant="subtle" onClick={dropRows}>
              {t('common.reset')}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
