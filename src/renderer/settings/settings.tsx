import { createLazyRoute, Link, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Page } from '../parts/page.tsx';
import { useWords } from '../words.ts';
import { About } from './about.tsx';
import { Appearance } from './appearance.tsx';
import { Aws } from './aws.tsx';
import { Branding } from './branding.tsx';
import { Engagement } from './engagement.tsx';
import { Licences } from './licences.tsx';
import { Notices } from './notices.tsx';
import { Privacy } from './privacy.tsx';
import { type Section, sections } from './search.ts';
import classes from './settings.module.css';
import { Storage } from './storage.tsx';

export const route = createLazyRoute('/settings')({ component: Settings });

const parts: Record<Section, ComponentType> = {
  appearance: Appearance,
  engagement: Engagement,
  branding: Branding,
  aws: Aws,
  privacy: Privacy,
  storage: Storage,
  licences: Licences,
  about: About,
};

/** Sections with an address each. What is changed holds at once and can be taken back. */
function Settings() {
  const { t } = useWords();
  const { section = 'appearance' }: { section?: Section } = useSearch({ strict: false });
  const Part = parts[section];
  return (
    <Page title={t('settings.title')} fill>
      <div className={classes.settings}>
        <nav className={classes.sections} aria-label={t('settings.sections')}>
          {sections.map((each) => (
            <Link
              key={each}
              to="/settings"
              search={{ section: each }}
              aria-current={each === section ? 'page' : undefined}
              className={classes.section!}
            >
              {t(`settings.${each}.title`)}
            </Link>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <section className={classes.content} aria-label={t(`settings.${section}.title`)} tabIndex={0}>
          <Notices />
          <Part />
        </section>
      </div>
    </Page>
  );
}
