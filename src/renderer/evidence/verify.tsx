import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldbook } from '../fieldbook.ts';
import { tell, tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';

/** Compares all bytes with the hashes that they were added with. */
export function VerifyButton() {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    try {
      const { checked, damaged } = await fieldbook.evidence.verify({});
      tell(
        damaged.length === 0
          ? t('evidence.whole', { count: checked })
          : t('evidence.damagedSome', { count: damaged.length }),
      );
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button leftSection={<IconShieldCheck size={14} />} loading={busy} onClick={() => void verify()}>
      {t('evidence.verify')}
    </Button>
  );
}
