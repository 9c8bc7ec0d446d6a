import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useDraft } from '../data/draft.ts';
import { useSession } from '../data/session.ts';
import { useWhich } from '../data/snapshot.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './decisions.module.css';

type Detail = Answer<'findings', 'get'>;
type Comment = Detail['comments'][number];

/** What people wrote beside a finding, and a place to write. */
export function Comments({ finding }: { finding: Detail }) {
  const { t } = useWords();
  const which = useWhich();
  const { engagement } = useSession();
  const [text, setText, dropText] = useDraft(`comment on ${finding.ref}`, '');
  const field = useRef<HTMLTextAreaElement>(null);
  const add = async () => {
    try {
      const { step } = await fieldbook.comments.add({ ...which, finding: finding.id, text });
      dropText();
      // The button goes with the text.
      field.current?.focus();
      tell(t('comments.added'), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <>
      {finding.comments.length > 0 && (
        <ol className={classes.list}>
          {finding.comments.map((comment) => (
            <One key={comment.id} comment={comment} readonly={engagement.readonly} />
          ))}
        </ol>
      )}
      {!engagement.readonly && (
        <>
          <Textarea
            ref={field}
            mt={8}
            aria-label={t('comments.add')}
            placeholder={t('comments.placeholder')}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={10_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) void add();
            }}
          />
          {text.trim() !== '' && (
            <Button mt={8} onClick={() => void add()}>
              {t('comments.add')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function One({ comment, readonly }: { comment: Comment; readonly: boolean }) {
  const { t, moment } = useWords();
  const { id, text, by, at, editedAt } = comment;
  const [draft, setDraft, dropDraft] = useDraft(`comment ${id}`, text);
  const [opened, setOpened] = useState(false);
  const [closed, setClosed] = useState(false);
  // One that was left half changed is found as it was left.
  const editing = opened || draft !== text;
  const end = () => {
    dropDraft();
    setOpened(false);
    setClosed(true);
  };
  const save = async () => {
    try {
      const { step } = await fieldbook.comments.edit({ id, text: draft });
      end();
      tell(t('comments.changed'), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
  const remove = async () => {
    try {
      const { step } = await fieldbook.comments.remove({ id });
      tell(t('comments.removed'), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <li className={classes.comment}>
      <p className={`${classes.who} secondary small`}>
        <span>
          <strong>{by}</strong> · {moment(at)}
          {editedAt && ` · ${t('comments.edited')}`}
        </span>
        {!readonly && !editing && (
          <>
            <ActionIcon
              size={24}
              aria-label={t('comments.edit')}
              autoFocus={closed}
              onClick={() => setOpened(true)}
            >
              <IconPencil size={14} />
            </ActionIcon>
            <ActionIcon size={24} aria-label={t('comments.remove')} onClick={() => void remove()}>
              <IconTrash size={14} />
            </ActionIcon>
          </>
        )}
      </p>
      {!editing ? (
        <p className={classes.reason}>{text}</p>
      ) : (
        <>
          <Textarea
            aria-label={t('comments.edit')}
            autoFocus={opened}
            autosize
            maxRows={8}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <div className={classes.row}>
            <Button disabled={draft.trim() === ''} onClick={() => void save()}>
              {t('comments.save')}
            </Button>
            <Button variant="subtle" onClick={end}>
              {t('comments.cancel')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
