import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconDownload, IconMaximize, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence } from '../../shared/model/records/evidence.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { Copy } from '../parts/code.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { useSaveAs } from '../parts/save-as.ts';
import { bytesInWords } from '../settings/bytes.ts';
import { TextSetting } from '../settings/text-setting.tsx';
import { useWords } from '../words.ts';
import classes from './evidence.module.css';
import { ExpiryMark } from './expiry.tsx';
import { PieceHistory } from './history.tsx';
import { Links } from './links.tsx';
import type { Whole } from './piece.ts';
import { Thumbnail } from './thumbnail.tsx';
import { Viewer } from './viewer.tsx';

/** All about a piece: what it shows, where it came from, what it speaks for. */
export function EvidencePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery({
    ...ask('evidence', 'get', { id }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.panel} aria-busy={!data}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      {error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : data ? (
        <Content piece={data} onClose={onClose} />
      ) : (
        <>
          <Skeleton height={140} />
          <Skeleton height={12} width="70%" />
          <Skeleton height={12} width="40%" />
        </>
      )}
    </div>
  );
}

function Content({ piece, onClose }: { piece: Whole; onClose: () => void }) {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  const [view, setView] = useState<'look' | 'mark'>();
  const save = (change: Partial<Pick<Evidence, 'title' | 'note' | 'expiresOn'>>) =>
    fieldbook.evidence.save({ id: piece.id, ...change });
  return (
    <>
      {/* For the pointer alone: the button below it does the same and says what. */}
      <button
        type="button"
        className={classes.preview}
        onClick={() => setView('look')}
        tabIndex={-1}
        aria-hidden
      >
        <Thumbnail key={piece.copy?.sha256 ?? piece.original.sha256} piece={piece} />
      </button>
      <h2>{piece.title}</h2>
      <ExpiryMark piece={piece} />
      <div className={classes.actions}>
        <Button leftSection={<IconMaximize size={14} />} onClick={() => setView('look')}>
          {t('evidence.look')}
        </Button>
        {piece.kind === 'image' && !readonly && (
          <Button leftSection={<IconPencil size={14} />} onClick={() => setView('mark')}>
            {t('evidence.mark')}
          </Button>
        )}
        <Exports piece={piece} />
        {!readonly && <RemoveButton piece={piece} onRemoved={onClose} />}
      </div>
      <fieldset className={`plain ${classes.fields}`} disabled={readonly}>
        <TextSetting
          label={t('evidence.fields.title')}
          value={piece.title}
          maxLength={200}
          required={t('evidence.fields.titleNeeded')}
          disabled={readonly}
          onSave={(title) => save({ title })}
        />
        <TextSetting
          long
          label={t('evidence.fields.note')}
          value={piece.note}
          maxLength={8000}
          disabled={readonly}
          onSave={(note) => save({ note })}
        />
        <DayInput
          label={t('evidence.fields.expiresOn')}
          description={t('evidence.fields.expiresNote')}
          value={piece.expiresOn}
          disabled={readonly}
          onChange={(expiresOn) => void save({ expiresOn }).catch(tellProblem)}
        />
      </fieldset>
      <Links piece={piece} />
      <Origin piece={piece} />
      <PieceHistory id={piece.id} />
      {view && <Viewer piece={piece} marking={view === 'mark'} onClose={() => setView(undefined)} />}
    </>
  );
}

function Origin({ piece }: { piece: Whole }) {
  const { t, moment, locale, number } = useWords();
  return (
    <section>
      <h3>{t('evidence.origin')}</h3>
      <dl className={classes.origin}>
        <dt>{t('evidence.fields.file')}</dt>
        <dd>{piece.file}</dd>
        <dt>{t('evidence.fields.added')}</dt>
        <dd>
          {moment(piece.addedAt)}, {piece.addedBy} · {t(`evidence.origins.${piece.origin}`)}
        </dd>
        <dt>{t('evidence.fields.size')}</dt>
        <dd>
          {bytesInWords(piece.original.bytes, locale)} · {piece.original.mediaType}
        </dd>
        <dt>{t('evidence.fields.original')}</dt>
        <dd className={classes.hash}>
          <code>{piece.original.sha256}</code> <Copy text={piece.original.sha256} />
        </dd>
        {piece.copy && (
          <>
            <dt>{t('evidence.fields.copy')}</dt>
            <dd className={classes.hash}>
              <code>{piece.copy.sha256}</code> <Copy text={piece.copy.sha256} />
              <br />
              {number(piece.copy.width)} × {number(piece.copy.height)} px,{' '}
              {bytesInWords(piece.copy.bytes, locale)} ·{' '}
              {t('evidence.markCount', { count: piece.marks.length })}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Exports({ piece }: { piece: Whole }) {
  const { t } = useWords();
  const saveAs = useSaveAs();
  const save = (version: 'original' | 'copy') =>
    saveAs({
      name: piece.file,
      kind: 'any',
      write: (path) => fieldbook.evidence.export({ id: piece.id, version, path }),
      said: (path) => t('evidence.saved', { path }),
    });
  return (
    <>
      {piece.copy && (
        <Button leftSection={<IconDownload size={14} />} onClick={() => void save('copy')}>
          {t('evidence.saveCopy')}
        </Button>
      )}
      <Button leftSection={<IconDownload size={14} />} onClick={() => void save('original')}>
        {t('evidence.saveOriginal')}
      </Button>
    </>
  );
}

function RemoveButton({ piece, onRemoved }: { piece: Whole; onRemoved: () => void }) {
  const { t } = useWords();
  const remove = async () => {
    try {
      const { step } = await fieldbook.evidence.remove({ id: piece.id });
      onRemoved();
      tell(t('evidence.removed', { title: piece.title }), () => fieldbook.history.undo({ step }));
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Button leftSection={<IconTrash size={14} />} onClick={() => void remove()}>
      {t('evidence.remove')}
    </Button>
  );
}
