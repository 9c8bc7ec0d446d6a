import { useState } from 'react';
import { ownAccent } from '../../shared/colour.ts';
import { titleFonts } from '../../shared/model/branding.ts';
import { fieldbook } from '../fieldbook.ts';
import { Card } from '../parts/card.tsx';
import { tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { Accent } from './accent.tsx';
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
