import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Language, languages } from '../../shared/model/languages.ts';
import { type ReportKind, reportKinds } from '../../shared/model/report.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { type Snapshot, useMilestones, useSnapshots } from '../data/snapshot.ts';
import { Card } from '../parts/card.tsx';
import { phaseName } from '../phases/name.ts';
import { useWords } from '../words.ts';
import classes from './reports.module.css';

interface Props {
  snapshot: Snapshot;
  kind: ReportKind;
  from: string | undefined;
  language: Language;
  onLanguage: (language: Language) => void;
}

/** Which report, of what, in which language, and whose name is on it. */
export function Setup({ snapshot, kind, from, language, onLanguage }: Props) {
  const { t } = useWords();
  const go = useNavigate();
  const change = (search: Record<string, string | undefined>) =>
    void go({ to: '/reports', search: ((before: object) => ({ ...before, ...search })) as never });
  return (
    <Card title={t(`reports.kinds.${kind}`)} note={t(`reports.kindNotes.${kind}`)}>
      <div className={classes.form}>
        <Select
          label={t('reports.kind')}
          data={reportKinds.map((value) => ({ value, label: t(`reports.kinds.${value}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => change({ kind: value === 'diagnosis' ? undefined : (value ?? undefined) })}
        />
        <Sides snapshot={snapshot} compares={kind === 'progress'} from={from} onChange={change} />
        <Select
          label={t('reports.language')}
          data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={language}
          onChange={(value) => onLanguage(value as Language)}
        />
        <Branding />
      </div>
    </Card>
  );
}

interface SidesProps {
  snapshot: Snapshot;
  compares: boolean;
  from: string | undefined;
  onChange: (search: Record<string, string | undefined>) => void;
}

/** What the report is of: a snapshot or a closed phase and, where it compares, the one before it. */
function Sides({ snapshot, compares, from, onChange }: SidesProps) {
  const { t, moment } = useWords();
  const snapshots = useSnapshots();
  const milestones = useMilestones() ?? [];
  const { snapshot: chosen } = useSearch({ strict: false }) as { snapshot?: string };
  const judged = snapshots?.all.filter((one) => one.judged) ?? [];
  const sides = [
    ...(milestones.length > 0
      ? [
          {
            group: t('reports.milestones'),
            items: milestones.map((one) => ({
              value: one.id,
              label: `${phaseName(one.phase, t)}, ${moment(one.closedAt)}`,
            })),
          },
        ]
      : []),
    {
      group: t('reports.snapshots'),
      items: judged.map((one) => ({ value: one.id, label: moment(one.startedAt) })),
    },
  ];
  const shown = chosen ?? snapshot.id;
  return (
    <>
      {compares && (
        <Select
          label={t('reports.from')}
          description={t('reports.fromNote')}
          placeholder={t('reports.fromBefore')}
          data={sides.map(({ group, items }) => ({
            group,
            items: items.filter(({ value }) => value !== shown),
          }))}
          value={from ?? null}
          clearable
          onChange={(id) => onChange({ from: id ?? undefined })}
        />
      )}
      <Select
        label={t(compares ? 'reports.to' : 'reports.snapshot')}
        data={sides}
        value={shown}
        allowDeselect={false}
        onChange={(id) => onChange({ snapshot: id === judged[0]?.id ? undefined : (id ?? undefined) })}
      />
    </>
  );
}

function Branding() {
  const { t } = useWords();
  const { engagement } = useSession();
  const workspace = useQuery(ask('workspace', 'get', {})).data;
  const client = useQuery(ask('engagement', 'logo', {})).data;
  if (!workspace || !client) return <div className={classes.branding} aria-busy="true" />;
  const { branding, logo } = workspace;
  return (
    <div className={classes.branding}>
      <span
        className={classes.swatch}
        style={{ background: branding.accent ?? 'var(--accent)' }}
        aria-hidden="true"
      />
      <span className={classes.brandingWords}>
        <strong>{branding.name ?? engagement.consultant}</strong>
        <span className="secondary small">
          {t(logo ? 'reports.ownLogo' : 'reports.noOwnLogo')} ·{' '}
          {t(client.logo ? 'reports.clientLogo' : 'reports.noClientLogo')}
        </span>
      </span>
      <Link to="/settings" search={{ section: 'branding' }}>
        {t('reports.changeBranding')}
      </Link>
    </div>
  );
}
