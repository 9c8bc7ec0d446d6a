import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { FindingView } from '../../shared/model/finding-query.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';
import classes from './findings.module.css';

interface Props {
  /** The look that a new view keeps. */
  view: FindingView;
  onChoose: (view: FindingView) => void;
}

/** Views under names, kept in the engagement: chosen, kept and deleted here. */
export function ViewsMenu({ view, onChoose }: Props) {
  const { t } = useWords();
  const { engagement } = useSession();
  const client = useQueryClient();
  const tell = useTell();
  const views = useQuery(ask('findings', 'views', {})).data?.views ?? [];
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const refresh = () => client.invalidateQueries({ queryKey: ['findings', 'views'] });
  const save = useMutation({
    mutationFn: (kept: { name: string; view: FindingView }) => fieldbook.findings.saveView(kept),
    onSuccess: refresh,
    onError: tell.failed,
  });
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; name: string; view: FindingView }) =>
      fieldbook.findings.deleteView({ id }),
    onSuccess: (_, kept) => {
      void refresh();
      const id = tell.done(
        <span className={classes.undo}>
          {t('findings.views.deleted', { name: kept.name })}
          <Button
            onClick={() => {
              notifications.hide(id);
              save.mutate({ name: kept.name, view: kept.view });
            }}
          >
            {t('common.undo')}
          </Button>
        </span>,
      );
    },
    onError: tell.failed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save.mutate({ name: name.trim(), view });
    setName('');
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button leftSection={<IconBookmark size={14} />} onClick={() => setOpened(!opened)}>
          {t('findings.views.label')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('findings.views.label')} w={280}>
        {views.length === 0 ? (
          <p className="secondary small">{t('findings.views.none')}</p>
        ) : (
          <ul>
            {views.map((one) => (
              <li key={one.id} className={classes.view}>
                <Button
                  variant="subtle"
                  color="gray"
                  justify="flex-start"
                  flex={1}
                  onClick={() => {
                    onChoose(one.view);
                    setOpened(false);
                  }}
                >
                  {one.name}
                </Button>
                {!engagement.readonly && (
                  <ActionIcon
                    size="sm"
                    aria-label={t('findings.views.delete', { name: one.name })}
                    onClick={() => remove.mutate(one)}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        )}
        {!engagement.readonly && (
          <form className={classes.keep} onSubmit={submit}>
            <TextInput
              aria-label={t('findings.views.name')}
              placeholder={t('findings.views.name')}
              value={name}
              maxLength={80}
              flex={1}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {t('common.save')}
            </Button>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
