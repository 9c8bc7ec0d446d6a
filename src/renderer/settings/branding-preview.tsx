import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { barsOption } from '../../shared/charts/bars.ts';
import type { ChartStyle } from '../../shared/charts/style.ts';
import { grounds, onCover, readable } from '../../shared/colour.ts';
import type { BrandingSettings } from '../../shared/model/branding.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { Card } from '../parts/card.tsx';
import { Chart } from '../parts/chart.tsx';
import { useWords } from '../words.ts';
import './faces.css';
import classes from './settings.module.css';

interface Props {
  branding: BrandingSettings;
  accent: string;
  logo: string | null;
}

/** The cover and a chart in the colours that are chosen, as the report prints them. */
export function BrandingPreview({ branding, accent, logo }: Props) {
  const { t, money } = useWords();
  const chart = useMemo(() => {
    const printed = readable(accent, grounds.white, 4.5);
    const bars = (['one', 'two', 'three'] as const).map((name, at) => {
      const value = [412, 268, 96][at]! * 1_000_000;
      return { name: t(`settings.branding.sample.${name}`), values: [value], text: money(value) };
    });
    return (style: ChartStyle) =>
      barsOption(
        bars,
        [{ name: '', color: printed }],
        { ...style, ink: '#17212b', secondary: '#5b6875', line: '#e3e7eb', accent: printed, size: 11 },
        { names: 104, texts: 52 },
      );
  }, [accent, t, money]);
  return (
    <Card title={t('settings.branding.preview')}>
      <Cover branding={branding} accent={accent} logo={logo} />
      <Chart option={chart} label={t('settings.branding.chartLabel')} className={classes.chart!} />
    </Card>
  );
}

const width = 298;
const height = 421;
const band = 66;

/** The report's cover at half its size; the same grounds, places and faces. */
function Cover({ branding, accent, logo }: Props) {
  const { t } = useWords();
  const { engagement } = useSession();
  const client = useQuery(ask('engagement', 'logo', {})).data?.logo?.dataUrl ?? null;
  const printed = onCover(accent);
  const face = branding.titleFont === 'source-serif' ? 'Source Serif' : 'Inter';
  return (
    <svg
      className={classes.cover}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('settings.branding.coverLabel')}
    >
      <rect width={width} height={height - band} fill={grounds.cover} />
      <rect y={height - band} width={width} height={band} fill={grounds.white} />
      <rect width={4} height={height} fill={printed} />
      <g fontFamily={face} fontWeight={300} fontSize={22}>
        <text x={28} y={158} fill="#f2f5f6">
          {t('settings.branding.titleFirst')}
        </text>
        <text x={28} y={181} fill={printed}>
          {t('settings.branding.titleSecond')}
        </text>
      </g>
      <text x={28} y={206} fontFamily="Inter" fontSize={8} fill="#f2f5f6">
        {cut(engagement.client)}
      </text>
      <Party x={28} label={t('settings.branding.for')} name={engagement.client} logo={client} />
      <Party
        x={width / 2 + 10}
        label={t('settings.branding.by')}
        name={branding.name ?? engagement.consultant}
        logo={logo}
      />
    </svg>
  );
}

function Party({ x, label, name, logo }: { x: number; label: string; name: string; logo: string | null }) {
  const top = height - band + 15;
  return (
    <g fontFamily="Inter">
      <text x={x} y={top + 3} fontSize={4.5} fill="#5b6875">
        {label}
      </text>
      {logo ? (
        <image href={logo} x={x} y={top + 8} width={85} height={23} preserveAspectRatio="xMinYMin meet" />
      ) : (
        <text x={x} y={top + 15} fontSize={7} fontWeight={600} fill="#17212b">
          {cut(name)}
        </text>
      )}
    </g>
  );
}

const cut = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
