import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { languageOf } from '../../../shared/model/languages.ts';
import { renamed } from '../../../shared/renamed.ts';
import { ask } from '../../data/query.ts';
import { Problem } from '../../parts/problem.tsx';
import { RowsSkeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words.ts';
import { type Draft, emptyDraft, withWords } from '../draft.ts';
import { TemplateForm } from './form.tsx';

/** What is edited: an own template, a copy of one, or an empty one. */
export type Edited = { of: string; copy: boolean } | { of: null };

interface Props {
  edited: Edited;
  onClose: () => void;
}

/** A template of the engagement, to be edited. */
export function Editor({ edited, onClose }: Props) {
  const { t, locale } = useWords();
  const language = languageOf(locale);
  const { data, error } = useQuery({
    ...ask('checklists', 'template', { id: edited.of ?? '' }),
    enabled: edited.of !== null,
  });
  const start = (): Draft | null => {
    if (edited.of === null) return emptyDraft(language, t('checklists.editor.general'));
    if (!data) return null;
    const own = { ...data, id: data.template.id };
    const whole = edited.copy ? renamed(own, `own-${own.id}`) : own;
    const words = whole.words[language] ?? Object.values(whole.words)[0]!;
    const draft: Draft = { ...whole, words: { ...whole.words, [language]: words }, language };
    return edited.copy
      ? withWords(draft, { title: t('checklists.editor.copyOf', { title: words.title }) })
      : draft;
  };
  const first = start();
  return (
    <Modal
      opened
      size="min(1000px, 96vw)"
      onClose={onClose}
      title={t('checklists.editor.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {error ? (
        <Problem error={error.toData()} />
      ) : first ? (
        <TemplateForm first={first} isNew={edited.of === null || edited.copy} onClose={onClose} />
      ) : (
        <RowsSkeleton rows={8} />
      )}
    </Modal>
  );
}
