import { Button, Modal } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../data/session.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import { FileButton } from '../parts/file-button.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './recommendations.module.css';

interface Asked {
  name: string;
  text: string;
  /** Title of the one that is there already. */
  title: string;
}

/** Reads an entry that was saved elsewhere; where there is one of the same, it asks what becomes of that. */
export function ReadEntry({ onRead }: { onRead: (id: string) => void }) {
  const { t } = useWords();
  const which = useWhich();
  const { readonly } = useSession().engagement;
  const [asked, ask] = useState<Asked | null>(null);
  const read = async (name: string, text: string, existing?: 'replace' | 'both') => {
    try {
      const done = await fieldbook.recommendations.importEntry({
        ...which,
        name,
        text,
        ...(existing && { existing }),
      });
      if ('exists' in done) {
        ask({ name, text, title: done.exists.title });
        return;
      }
      ask(null);
      tell(t('recommendations.told.read', { title: done.title }), () =>
        fieldbook.history.undo({ step: done.step }),
      );
      onRead(done.id);
    } catch (error) {
      tellProblem(error);
    }
  };
  const choose = (existing: 'replace' | 'both') => () => void read(asked!.name, asked!.text, existing);
  return (
    <>
      <FileButton
        accept=".json,.yaml,.yml"
        onChange={(file) => {
          if (file) void file.text().then((text) => read(file.name, text), tellProblem);
        }}
      >
        {(props) => (
          <Button {...props} leftSection={<IconUpload size={14} />} disabled={readonly}>
            {t('recommendations.actions.read')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={asked !== null}
        onClose={() => ask(null)}
        title={t('recommendations.form.exists')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p>{t('recommendations.form.existsText', { title: asked?.title ?? '' })}</p>
        <div className={classes.buttons}>
          <Button variant="filled" onClick={choose('replace')}>
            {t('recommendations.form.replace')}
          </Button>
          <Button onClick={choose('both')}>{t('recommendations.form.both')}</Button>
          <Button onClick={() => ask(null)}>{t('common.cancel')}</Button>
        </div>
      </Modal>
    </>
  );
}
