import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../words.ts';

/** A button that copies a text and says so. */
export function CopyText({ text, label }: { text: () => string; label: string }) {
  const { t } = useWords();
  const clipboard = useClipboard({ timeout: 1500 });
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <Button leftSection={<Icon size={14} />} onClick={() => clipboard.copy(text())}>
      {clipboard.copied ? t('common.copied') : label}
    </Button>
  );
}
