import { type Bar, type BarSeries, barsHeight, barsOption } from '../../../../shared/charts/bars.ts';
import type { Aspect } from '../../../../shared/model/aspect.ts';
import { type Severity, severities } from '../../../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../../../shared/model/resource.ts';
import { drawChart } from '../../charts.ts';
import { regionName } from '../../common/words.ts';
import { families } from '../../fonts.ts';
import { printable } from '../../glyphs.ts';
import { together } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { measure, severityMarks } from '../../layout/theme.ts';
import { cut, subheading } from '../../layout/type.ts';
import type { CheckView, Edition } from '../edition.ts';

const most = 12;

/** What can be said of an aspect besides how its verdicts fell; made from counts alone. */
export function aspectSentence(aspect: Aspect, edition: Edition): string[] {
  const { input, say, money } = edition;
  switch (aspect) {
    case 'dimension': {
      const accounts = ranked(input.resources, (resource) => resource.account);
      if (accounts.length === 0) return [say('aspect.noResources')];
      const [largest, count] = accounts[0]!;
      return [
        say('aspect.dimension', {
          resources: say('count.resources', { count: input.resources.length }),
          types: say('count.types', { count: ranked(input.resources, (resource) => resource.type).length }),
          accounts: say('count.accounts', { count: accounts.length }),
        }),
        ...(accounts.length > 1
          ? [say('aspect.largestAccount', { name: edition.accountName(largest), count })]
          : []),
      ];
    }
    case 'resources': {
      const types = ranked(input.resources, (resource) => resource.type);
      if (types.length === 0) return [say('aspect.noResources')];
      const [type, count] = types[0]!;
      return [say('aspect.largestType', { type, count })];
    }
    case 'cost-optimization': {
      const { counted, advisory } = input.savings;
      return counted + advisory === 0
        ? [say('aspect.noSavings')]
        : [say('aspect.savings', { counted: money(counted), advisory: money(advisory) })];
    }
    default:
      return [];
  }
}

/** A chart where it says more than the table does. */
export function aspectChart(aspect: Aspect, views: readonly CheckView[], edition: Edition): Node[] {
  switch (aspect) {
    case 'dimension':
      return [
        ...counts(
          'aspect.byAccount',
          ranked(edition.input.resources, (resource) => resource.account),
          edition.accountName,
          edition,
        ),
        ...counts(
          'aspect.byRegion',
          ranked(edition.input.resources, (resource) => resource.region),
          (region) => regionName(region, edition),
          edition,
        ),
      ];
    case 'resources':
      return counts(
        'aspect.byType',
        ranked(edition.input.resources, (resource) => resource.type),
        (type) => type,
        edition,
      );
    case 'cost-optimization':
      return savingsByCheck(views, edition);
    case 'security-compliance':
      return failsByAccount(views, edition);
    default:
      return [];
  }
}

/** How many resources share a property, most first. */
function ranked(
  resources: readonly ResourceIdentity[],
  of: (resource: ResourceIdentity) => string,
): [string, number][] {
  const count = new Map<string, number>();
  for (const resource of resources) count.set(of(resource), (count.get(of(resource)) ?? 0) + 1);
  return [...count].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function counts(
  title: string,
  all: readonly [string, number][],
  nameOf: (key: string) => string,
  edition: Edition,
): Node[] {
  const { say, number, theme } = edition;
  if (all.length < 2) return [];
  const rest = all.slice(most).reduce((sum, [, count]) => sum + count, 0);
  const bars: Bar[] = [
    ...all
      .slice(0, most)
      .map(([key, count]) => ({ name: nameOf(key), values: [count], text: number(count) })),
    ...(rest > 0
      ? [{ name: say('aspect.others', { count: all.length - most }), values: [rest], text: number(rest) }]
      : []),
  ];
  return chart(say(title), bars, [{ name: '', color: theme.accent }], 44, edition);
}

/** Money by check: counted in full colour, advisory as a dashed outline, because it is shown and not summed. */
function savingsByCheck(views: readonly CheckView[], edition: Edition): Node[] {
  const { say, money, theme } = edition;
  const all = edition.checks
    .filter(({ check }) => check.counted + check.advisory > 0)
    .sort((a, b) => b.check.counted - a.check.counted || b.check.advisory - a.check.advisory);
  if (all.length < 2 || views.length === 0) return [];
  const bars = all.slice(0, most).map(({ title, check }) => ({
    name: title,
    values: [check.counted, check.advisory],
    text:
      check.advisory === 0
        ? money(check.counted)
        : check.counted === 0
          ? money(check.advisory)
          : say('aspect.twoAmounts', { counted: money(check.counted), advisory: money(check.advisory) }),
  }));
  const series = [
    { name: say('money.counted'), color: theme.accent },
    { name: say('money.advisory'), color: theme.accent, dashed: true },
  ];
  return chart(say('aspect.savingsByCheck'), bars, series, 100, edition);
}

function failsByAccount(views: readonly CheckView[], edition: Edition): Node[] {
  const { say, number, severityName } = edition;
  const fails = views.flatMap((view) => view.fails);
  const accounts = new Map<string, Record<Severity, number>>();
  for (const finding of fails) {
    const of = accounts.get(finding.resource.account) ?? { critical: 0, high: 0, medium: 0, low: 0 };
    of[finding.severity] += 1;
    accounts.set(finding.resource.account, of);
  }
  if (accounts.size < 2) return [];
  const total = (of: Record<Severity, number>) => severities.reduce((sum, severity) => sum + of[severity], 0);
  const used = severities.filter((severity) => fails.some((finding) => finding.severity === severity));
  const bars = [...accounts]
    .sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([account, of]) => ({
      name: edition.accountName(account),
      values: used.map((severity) => of[severity]),
      text: number(total(of)),
    }));
  const series = used.map((severity) => ({
    name: severityName(severity),
    color: severityMarks[severity].colour,
  }));
  return chart(say('aspect.failsByAccount'), bars, series, 44, edition);
}

const nameWidth = 190;

function chart(
  title: string,
  bars: readonly Bar[],
  series: readonly BarSeries[],
  texts: number,
  { theme }: Edition,
): Node[] {
  const named = bars.map((bar) => ({ ...bar, name: printable(cut(bar.name, 48), 'sans') }));
  const height = Math.ceil(barsHeight(bars.length, theme.chart, series.length > 1));
  const option = barsOption(named, series, theme.chart, { names: nameWidth, texts });
  return together([
    subheading(title, theme),
    { svg: drawChart(option, { width: measure, height }), font: families.sans, width: measure } as Node,
  ]);
}
