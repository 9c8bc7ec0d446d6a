import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { hexColour, ownAccent } from '../../shared/colour.ts';
import { titleFonts } from '../../shared/model/branding.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { Choice } from './appearance.tsx';
import { BrandingPreview } from './branding-preview.tsx';
import { Contrast } from './contrast.tsx';
import { LogoField } from './logo-field.tsx';
import classes from './settings.module.css';
import { TextSetting } from './text-setting.tsx';
import { useWorkspace } from './use-workspace.ts';

/** What makes reports the consultant's own, with what comes of it beside. */
export function Branding() {
  const { t } = useWords();
  const { data, error, setBranding } = useWorkspace();
  const [accent, setAccent] = useState<string | null>(null);
  if (error) return <Problem error={error.toData()} />;
  if (!data) return <RowsSkeleton rows={6} />;
  const { branding, logo } = data;
  const shown = accent ?? branding.accent ?? ownAccent;
  return (
    <div className={classes.branding}>
      <Card title={t('settings.branding.title')} note={t('settings.branding.note')}>
        <div className={classes.form}>
          <TextSetting
            label={t('settings.branding.name')}
            description={t('settings.branding.nameNote')}
            value={branding.name ?? ''}
            maxLength={120}
            onSave={(value) => setBranding({ name: value || null })}
          />
          <LogoField
            label={t('settings.branding.logo')}
            note={t('settings.logo.note')}
            logo={logo}
            onSet={(base64) => fieldbook.workspace.setLogo({ base64 })}
          />
          <Accent
            value={branding.accent}
            onShow={setAccent}
            onSave={(value) => setBranding({ accent: value })}
          />
          <Contrast accent={shown} />
          <Choice
            label={t('settings.branding.titleFont')}
            value={branding.titleFont}
            options={Object.fromEntries(
              titleFonts.map((font) => [font, t(`settings.branding.fonts.${font}`)]),
            )}
            onChange={(value) =>
              void setBranding({ titleFont: value as typeof branding.titleFont }).catch(tellProblem)
            }
          />
          <TextSetting
            label={t('settings.branding.footer')}
            description={t('settings.branding.footerNote')}
            value={branding.footer}
            maxLength={90}
            onSave={(value) => setBranding({ footer: value })}
          />
        </div>
      </Card>
      <BrandingPreview branding={branding} accent={shown} logo={logo?.dataUrl ?? null} />
    </div>
  );
}

interface AccentProps {
  value: string | null;
  /** While it is being chosen, before it is kept. */
  onShow: (accent: string | null) => void;
  onSave: (accent: string | null) => Promise<unknown>;
}

function Accent({ value, onShow, onSave }: AccentProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(value ?? '');
  useEffect(() => setDraft(value ?? ''), [value]);
  const keep = useDebouncedCallback(
    (accent: string | null) => {
      onShow(null);
      if (accent !== value) onSave(accent).catch(tellProblem);
    },
    // Whoever goes to another page at once has chosen all the same.
    { delay: 600, flushOnUnmount: true },
  );
  const choose = (text: string) => {
    setDraft(text);
    const hex = text === '' ? null : hexColour(text);
    if (text !== '' && hex === null) return;
    onShow(hex ?? ownAccent);
    keep(hex);
  };
  const wrong = draft !== '' && hexColour(draft) === null;
  return (
    <div className={classes.colour}>
      <input
        type="color"
        aria-label={t('settings.branding.pick')}
        value={hexColour(draft) ?? ownAccent}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.branding.accent')}
        placeholder={ownAccent}
        value={draft}
        error={wrong ? t('settings.branding.accentForm') : null}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {value !== null && (
        <Button variant="subtle" onClick={() => choose('')}>
          {t('settings.branding.ownAccent')}
        </Button>
      )}
    </div>
  );
}
