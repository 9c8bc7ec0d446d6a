import { Button, Checkbox, PasswordInput } from '@mantine/core';
import type { Answer } from '../../data/types.ts';
import { fieldbook } from '../../fieldbook.ts';
import { Path } from '../../parts/path.tsx';
import { useWords } from '../../words.ts';
import { useKeychain } from '../keychain.ts';
import { fileNameOf } from './draft.ts';
import type { StepProps } from './step.ts';
import classes from './wizard.module.css';

type Strength = Answer<'storage', 'strength'>;

/** Where the file goes, and the passphrase that it is encrypted with. */
export function ProtectionStep({
  draft,
  change,
  fault,
  path,
  strength,
}: StepProps & { path: string; strength: Strength | undefined }) {
  const { t } = useWords();
  const keychain = useKeychain(path);
  const choose = async () => {
    const chosen = await fieldbook.desktop.chooseSave({ name: fileNameOf(draft.client), kind: 'fieldbook' });
    if (chosen.path !== null) change({ path: chosen.path });
  };
  const shown = { visibilityToggleButtonProps: { 'aria-label': t('common.showPassphrase') } };
  return (
    <>
      <p className="secondary">{t('wizard.review', { client: draft.client.trim() })}</p>
      <div className={classes.file}>
        <span className="label">{t('wizard.file')}</span>
        <code>
          <Path path={path} />
        </code>
        <Button size="compact-xs" onClick={() => void choose()}>
          {t('wizard.fileChange')}
        </Button>
      </div>
      <PasswordInput
        label={t('wizard.passphrase')}
        description={t('wizard.passphraseHint')}
        value={draft.passphrase}
        onChange={(event) => change({ passphrase: event.currentTarget.value })}
        error={fault('passphrase')}
        autoComplete="new-password"
        {...shown}
      />
      <StrengthMeter strength={strength} />
      <PasswordInput
        label={t('wizard.again')}
        value={draft.again}
        onChange={(event) => change({ again: event.currentTarget.value })}
        error={fault('again')}
        autoComplete="new-password"
        {...shown}
      />
      {keychain?.available && (
        <Checkbox
          label={t('wizard.keychain')}
          checked={draft.keep}
          onChange={(event) => change({ keep: event.currentTarget.checked })}
        />
      )}
      {keychain?.available === false && <p className="secondary small">{t('wizard.keychainNone')}</p>}
    </>
  );
}

/** Five steps in shape and in words, never in colour alone. */
function StrengthMeter({ strength }: { strength: Strength | undefined }) {
  const { t } = useWords();
  const words = !strength
    ? t('wizard.strength.empty')
    : strength.longEnough
      ? t(`wizard.strength.${String(strength.score) as '0' | '1' | '2' | '3' | '4'}`)
      : t('wizard.strength.short');
  const filled = strength?.longEnough ? strength.score + 1 : strength ? 1 : 0;
  return (
    <div className={classes.strength} role="status" aria-label={t('wizard.strength.label')}>
      <span className={classes.bars} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((bar) => (
          <span key={bar} data-filled={bar <= filled} data-good={filled > 3} />
        ))}
      </span>
      <span className="secondary small">{words}</span>
    </div>
  );
}
