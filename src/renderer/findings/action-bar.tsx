import { Button } from '@mantine/core';
import { IconCopy, IconDownload, IconGavel } from '@tabler/icons-react';
import type { FindingChoice, FindingFilter, FindingSort } from '../../shared/model/finding-query.ts';
import { useWhich } from '../data/snapshot.ts';
import { fieldbook } from '../fieldbook.ts';
import type { GridSelection } from '../parts/grid.tsx';
import { countSelected } from '../parts/grid-selection.ts';
import { useTell } from '../parts/tell.ts';
import { useWords } from '../words.ts';
import { useExport } from './export.tsx';
import classes from './findings.module.css';

interface Props {
  selection: GridSelection;
  total: number;
  filter: FindingFilter;
  sort: FindingSort;
  onClear: () => void;
  onDecide: (choice: FindingChoice, count: number) => void;
}

/** What can be done with the findings that were chosen; it is there only when some are. */
export function ActionBar({ selection, total, filter, sort, onClear, onDecide }: Props) {
  const { t } = useWords();
  const write = useExport();
  const copy = useCopyMarkdown();
  const count = countSelected(selection, total);
  if (count === 0) return null;
  const choice = choiceOf(selection, filter);
  return (
    <section className={classes.actions} aria-label={t('findings.actions.label')}>
      <strong aria-live="polite">{t('findings.actions.selected', { count })}</strong>
      <Button leftSection={<IconGavel size={14} />} onClick={() => onDecide(choice, count)}>
        {t('findings.actions.decide')}
      </Button>
      <Button leftSection={<IconCopy size={14} />} onClick={() => void copy(choice, sort)}>
        {t('findings.actions.markdown')}
      </Button>
      <Button leftSection={<IconDownload size={14} />} onClick={() => void write(choice, sort, 'csv')}>
        {t('findings.actions.csv')}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {t('findings.actions.clear')}
      </Button>
    </section>
  );
}

/** The findings that were chosen, as the engine takes them. */
export function choiceOf(selection: GridSelection, filter: FindingFilter): FindingChoice {
  const keys = [...selection.keys].map(Number);
  return { filter, ...(selection.all ? { except: keys } : { only: keys }) };
}

/** Puts findings on the clipboard as text for a ticket. */
export function useCopyMarkdown() {
  const { t } = useWords();
  const which = useWhich();
  const tell = useTell();
  return async (choice: FindingChoice, sort: FindingSort) => {
    try {
      const { text, findings, left } = await fieldbook.findings.markdown({ ...which, choice, sort });
      await navigator.clipboard.writeText(text);
      tell.done(
        left > 0
          ? t('findings.actions.copiedSome', { count: findings, left })
          : t('findings.actions.copied', { count: findings }),
      );
    } catch (error) {
      tell.failed(error);
    }
  };
}
