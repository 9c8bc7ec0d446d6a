import { aspects } from '../../../../shared/model/aspect.ts';
import { chapterIds } from '../../common/sections/chapter.ts';
import { referenceName } from '../../common/words.ts';
import { families } from '../../fonts.ts';
import { withRoom } from '../../layout/keep.ts';
import { besideLabel, labelled } from '../../layout/labelled.ts';
import { severityShape } from '../../layout/marks.ts';
import { mono } from '../../layout/mono.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { measure, size } from '../../layout/theme.ts';
import { cell, heading, paragraph } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { blockRef, type ReportAction } from '../input.ts';

/** All that is told of an action: why, what will be true, how, when it is done, what can go wrong, what it brings. */
export function actionBlock(action: ReportAction, edition: Edition): Node[] {
  const { say, theme } = edition;
  const { words, acceptance } = action;
  const problem = labelled(say('action.problem'), [text(words.problem)], theme);
  return [
    ...withRoom(
      [
        {
          ...heading(
            [
              ...(action.severity ? [severityShape(action.severity, size.heading * 0.9), '\u2002'] : []),
              words.title,
            ],
            theme,
            {
              id: chapterIds.action(action.ref),
              bookmark: { text: `${action.ref} ${words.title}`, under: chapterIds.track(action.track) },
            },
          ),
          margin: [0, 24, 0, 2],
        },
        meta(action, edition),
        facts(action, edition),
        ...(words.problem.length < 1000 ? [problem] : []),
      ],
      60,
    ),
    ...(words.problem.length < 1000 ? [] : [problem]),
    ...said(action, edition),
    ...whole(say('action.outcome'), words.outcome, edition),
    labelled(say('action.steps'), list(words.steps, 'ol', edition), theme),
    ...(acceptance.length > 0
      ? [
          labelled(
            say('action.acceptance'),
            acceptance.map((one) => condition(one, edition)),
            theme,
          ),
        ]
      : []),
    ...(words.risks.length > 0
      ? [
          labelled(
            say('action.risks', { count: words.risks.length }),
            list(words.risks, 'ul', edition),
            theme,
          ),
        ]
      : []),
    ...(words.metrics.length > 0
      ? [labelled(say('action.metrics'), list(words.metrics, 'ul', edition), theme)]
      : []),
    ...impact(action, edition),
    ...before(action, edition),
    ...(action.references.length > 0
      ? [
          labelled(
            say('method.references'),
            [
              cell(action.references.map((one) => referenceName(one, edition)).join('; '), {
                color: theme.secondary,
                lineHeight: 1.3,
              }),
            ],
            theme,
          ),
        ]
      : []),
    ...further(action, edition),
  ];
}

function meta(action: ReportAction, { input, say, theme, day }: Edition): Node {
  const { horizon, status, owner, from, to } = action;
  const parts = [
    say(`kinds.${action.kind}`),
    ...(horizon ? [say(`horizons.${horizon}`)] : []),
    ...(horizon && horizon !== 'done' && status !== 'planned' ? [say(`actionStatuses.${status}`)] : []),
    ...(owner ? [owner] : []),
    ...(from && to ? [say('action.dates', { from: day(from), to: day(to) })] : []),
  ];
  return {
    columns: [
      {
        width: 46,
        ...(mono(blockRef(action.ref, input.actions), 80, size.small + 0.5, {
          color: theme.accent,
        }) as object),
      },
      {
        width: measure - 46,
        ...cell(parts.join('  ·  '), { color: theme.secondary, fontSize: size.small + 0.5 }),
      },
    ],
    margin: [0, 0, 0, 7],
  } as Node;
}

/** Effort, money and size side by side. */
function facts(action: ReportAction, edition: Edition): Node {
  const { say, theme, number, money, days } = edition;
  const fact = (label: string, value: Inline | Inline[], width: number | '*') =>
    ({
      width,
      stack: [
        cell(label, { fontSize: size.small, color: theme.secondary, margin: [0, 0, 0, 1.5] }),
        cell(value, { fontSize: size.body, lineHeight: 1.2 }),
      ],
    }) as Node;
  const saving =
    action.counted > 0
      ? say('action.perMonth', { amount: money(action.counted) })
      : action.advisory > 0
        ? say('action.advisoryMonth', { amount: money(action.advisory) })
        : '–';
  return {
    columns: [
      fact(say('action.effort'), days(action.effort), 100),
      fact(say('action.saving'), saving, 124),
      fact(say('summary.findings'), number(action.concerned.length), 60),
      fact(say('action.resources'), number(action.resources), 60),
      fact(say('money.restart'), say(action.restart ? 'money.restartYes' : 'money.restartNo'), '*'),
    ],
    columnGap: 12,
    margin: [0, 0, 0, 9],
  };
}

/** The aspects that it improves: ●○○ noticeably, ●●○ clearly, ●●● as the reason to do it. */
function impact(action: ReportAction, { say, theme, aspectName }: Edition): Node[] {
  const parts = aspects.flatMap((aspect): Inline[][] => {
    const strength = action.impact[aspect];
    return strength
      ? [
          [
            `${aspectName(aspect).replaceAll(' ', '\u00a0')}\u00a0`,
            { text: '●'.repeat(strength), color: theme.accent },
            { text: '○'.repeat(3 - strength), color: theme.secondary },
            '     ',
          ],
        ]
      : [];
  });
  if (parts.length === 0) return [];
  return [
    labelled(say('action.impact'), [cell(parts.flat(), { fontSize: size.body, lineHeight: 1.28 })], theme),
  ];
}

/** What people described or answered that calls for it, beside what the scan found. */
function said({ said: { systems, questions } }: ReportAction, edition: Edition): Node[] {
  const { say, theme } = edition;
  const named = systems.map(({ name, reasons }) => `${name}: ${reasons.join(' ')}`);
  return [
    ...(named.length > 0
      ? [labelled(say('action.systems', { count: named.length }), list(named, 'ul', edition), theme)]
      : []),
    ...(questions.length > 0
      ? [labelled(say('action.answers', { count: questions.length }), list(questions, 'ul', edition), theme)]
      : []),
  ];
}

const text = (words: string): Node => ({ ...paragraph(words), margin: [0, 0, 0, 2] });

const whole = (label: string, words: string, { theme }: Edition): Node[] =>
  words.length === 0 ? [] : [labelled(label, [text(words)], theme)];

const list = (items: readonly string[], kind: 'ol' | 'ul', { theme }: Edition): Node[] => [
  {
    [kind]: items.map((item) => ({
      text: item,
      // An item stays in one piece; one that is longer than any should be may break.
      unbreakable: item.length < 1000,
      fontSize: size.body,
      lineHeight: 1.28,
      margin: [0, 0, 0, 2],
    })),
    markerColor: theme.secondary,
    fontSize: size.body,
  } as unknown as Node,
];

const marks = { met: '✓', 'met-where-read': '✓', unmet: '○', unknown: '◌', open: '○' } as const;

/** A condition with what is known of it today. */
function condition(
  { text: words, result, unread }: ReportAction['acceptance'][number],
  edition: Edition,
): Node {
  const { say, theme } = edition;
  return {
    columns: [
      {
        width: 10,
        text: marks[result],
        fontSize: size.body,
        color: result === 'met' ? theme.accent : theme.secondary,
        ...(result === 'unknown' && { font: families.mono }),
      },
      {
        width: besideLabel - 12,
        text: [
          words,
          {
            text: `  ${say(`action.results.${result}`)}${unread > 0 ? `; ${say('action.unread', { count: unread })}` : ''}`,
            color: theme.secondary,
            fontSize: size.small + 0.5,
          },
        ],
        fontSize: size.body,
        lineHeight: 1.28,
      },
    ],
    columnGap: 2,
    margin: [0, 0, 0, 2],
  } as Node;
}

/** What goes before it, by reference and title; each leads there. */
function before(action: ReportAction, { input, say, theme }: Edition): Node[] {
  const first = action.after.flatMap((ref) => input.actions.find((one) => one.ref === ref) ?? []);
  if (first.length === 0) return [];
  return [
    labelled(
      say('action.after'),
      first.map(({ ref, words }) =>
        cell(
          [
            { text: `${ref}  `, color: theme.secondary },
            { text: words.title, color: theme.accent },
          ],
          {
            fontSize: size.body,
            lineHeight: 1.28,
            linkToDestination: chapterIds.action(ref),
          },
        ),
      ),
      theme,
    ),
  ];
}

/** Where its code is and the findings that it resolves. */
function further(action: ReportAction, { say, theme }: Edition): Node[] {
  const { concerned, code, ref } = action;
  const to = (words: string, id: string): Inline =>
    ({
      text: [
        { text: `${words} `, color: theme.accent },
        { pageReference: id, color: theme.accent } as unknown as Inline,
      ],
      linkToDestination: id,
    }) as Inline;
  const links = [
    ...(code.cli || code.terraform ? [to(say('action.code'), chapterIds.codeOf(ref))] : []),
    ...(concerned.length > 0
      ? [to(say('action.concerned', { count: concerned.length }), chapterIds.concernedBy(ref))]
      : []),
  ];
  return links.length === 0
    ? []
    : [
        labelled(
          say('action.further'),
          [cell(links.flatMap((link, at) => (at > 0 ? ['     ', link] : [link])))],
          theme,
        ),
      ];
}
