import { Button, Modal, Textarea } from '@mantine/core';
import { useDraft } from '../data/draft.ts';
import { fieldbook } from '../fieldbook.ts';
import { useWords } from '../words.ts';
import { change } from './change.ts';
import classes from './recommendations.module.css';

interface Props {
  ids: readonly string[];
  opened: boolean;
  onClose: () => void;
  onDone?: () => void;
}

/** Asks for the reason, without which nothing is dismissed. */
export function Dismissal({ ids, opened, onClose, onDone }: Props) {
  const { t } = useWords();
  const [reason, setReason, dropReason] = useDraft(`dismissal ${ids.length === 1 ? ids[0] : 'of many'}`, '');
  const dismiss = async () => {
    const done = t('recommendations.told.dismissed', { count: ids.length });
    if (!(await change(() => fieldbook.recommendations.dismiss({ ids: [...ids], reason }), done))) return;
    dropReason();
    onClose();
    onDone?.();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('recommendations.dismissal.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void dismiss();
        }}
      >
        <Textarea
          data-autofocus
          label={t('recommendations.dismissal.reason')}
          description={t('recommendations.dismissal.hint')}
          autosize
          minRows={2}
          maxLength={2000}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" disabled={reason.trim() === ''}>
            {t('recommendations.actions.dismiss')}
          </Button>
          <Button
            onClick={() => {
              dropReason();
              onClose();
            }}
          >
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
