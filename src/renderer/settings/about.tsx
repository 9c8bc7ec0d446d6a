import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { Card } from '../parts/card.tsx';
import { useWords } from '../words.ts';
import classes from './settings.module.css';

/** Versions: what somebody is asked for who reports a mistake. */
export function About() {
  const { t, number, locale } = useWords();
  const { start } = useSession();
  const info = useQuery(ask('app', 'info', {})).data;
  const about = useQuery(ask('app', 'about', {})).data;
  const chrome = /Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? t('common.unknown');
  const electron = /Electron\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? t('common.unknown');
  const day = (date: string) =>
    new Date(date).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Card title={t('settings.about.heading', { version: start.version })} note="Apache-2.0">
      <p>{t('settings.about.lead')}</p>
      <dl className={classes.facts} aria-busy={!info || !about}>
        <dt>{t('settings.about.rules')}</dt>
        <dd>
          {info && t('settings.about.checks', { checks: number(info.checks), reads: number(info.reads) })}
        </dd>
        <dt>{t('settings.about.prices')}</dt>
        <dd>{about && day(about.priceDate)}</dd>
        <dt>Electron</dt>
        <dd>
          {electron} · Chrome {chrome}
        </dd>
        <dt>{t('settings.about.engine')}</dt>
        <dd>{about && `Node ${about.node}`}</dd>
        <dt>{t('settings.about.database')}</dt>
        <dd>{about && `SQLite ${about.sqlite} · ${about.cipher}`}</dd>
      </dl>
    </Card>
  );
}
