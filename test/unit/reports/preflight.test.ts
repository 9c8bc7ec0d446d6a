import { expect, test } from 'vitest';
import { logoLimits, type Problem } from '../../../src/engine/reports/common/preflight.ts';
import type { DiagnosisInput } from '../../../src/engine/reports/diagnosis/input.ts';
import { preflight } from '../../../src/engine/reports/diagnosis/preflight.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { diagnosisInput, emptyInput } from '../../support/diagnosis-input.ts';

const texts = textsOf('en');
const small = diagnosisInput({ findings: 20 });

const problems = (change: (input: DiagnosisInput) => void): Problem[] => {
  const input = structuredClone(small);
  change(input);
  return preflight(input, texts);
};
const logo = (clientLogo: string) =>
  problems((input) => {
    input.branding.clientLogo = clientLogo;
  });
const dataUrl = (type: string, bytes: Uint8Array) =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** A PNG that is whole as far as its header and end; `side` pixels wide. */
const png = (side: number, bytes = 100) => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(10, 4);
  return dataUrl('image/png', Buffer.concat([head, size, Buffer.alloc(bytes), Buffer.from('IEND')]));
};

test('a report in order has no problems', () => {
  expect(preflight(small, texts)).toEqual([]);
});

test('every problem has a sentence in both languages, with its values', () => {
  const found = [
    ...problems((input) => {
      input.engagement.client = 'Ａｃｍｅ 病院';
      input.branding.accent = '#ffee00';
      input.snapshot.finishedAt = null;
    }),
    ...logo(png(3000)),
  ];
  expect(found.length).toBeGreaterThan(3);
  for (const language of languages)
    for (const { code, parameters } of found) {
      const sentence = textsOf(language).t(`report.preflight.${code}`, parameters);
      expect(sentence).not.toContain('{{');
      expect(sentence).not.toContain('undefined');
    }
});

test('characters without a glyph are named once, where they are met first', () => {
  const found = problems((input) => {
    input.findings[0]!.resource = { ...input.findings[0]!.resource, name: '病院 病院' };
    input.findings[1]!.resource = { ...input.findings[1]!.resource, name: '病' };
  });
  expect(found).toEqual([
    {
      code: 'glyphs-missing',
      blocks: false,
      where: small.findings[0]!.ref,
      parameters: { characters: ['U+75C5', 'U+9662'], count: 2 },
    },
  ]);
});

test('a check without words in the language blocks', () => {
  const [problem] = problems((input) => {
    input.checks.push({ ...input.checks[0]!, id: 'no-such-check' });
  });
  expect(problem).toMatchObject({ code: 'text-missing', blocks: true, where: 'no-such-check' });
});

test('a reason without words blocks, and says which finding has it', () => {
  const [problem] = problems((input) => {
    input.findings[3]!.verdict = { status: 'fail', reason: 'no-such-reason' };
  });
  expect(problem).toMatchObject({ code: 'text-missing', blocks: true, where: small.findings[3]!.ref });
});

test('a finding of a check that was not run blocks', () => {
  const id = small.findings[0]!.checkId;
  const [problem] = problems((input) => {
    input.checks = input.checks.filter((check) => check.id !== id);
  });
  expect(problem).toMatchObject({ code: 'check-missing', blocks: true, parameters: { check: id } });
});

test('an image that pdfmake cannot take blocks, whatever it calls itself', () => {
  const webp = Buffer.from('RIFF0000WEBPVP8 ');
  expect(logo(dataUrl('image/webp', webp))).toMatchObject([
    { code: 'logo-format', blocks: true, parameters: { format: 'WebP' } },
  ]);
  expect(logo(dataUrl('image/png', Buffer.from('GIF89a........')))).toMatchObject([
    { code: 'logo-format', parameters: { format: 'GIF' } },
  ]);
  expect(logo('https://example.com/logo.png')).toMatchObject([{ code: 'logo-unreadable', blocks: true }]);
  expect(logo(dataUrl('image/jpeg', Buffer.from('ffd8ffe0', 'hex')))).toMatchObject([
    { code: 'logo-unreadable', parameters: { reason: 'damaged' } },
  ]);
});

test('a logo that is too large blocks, one that is larger than it needs to be warns', () => {
  expect(logo(png(logoLimits.pixels + 1))).toMatchObject([{ code: 'logo-too-large', blocks: true }]);
  expect(logo(png(500, logoLimits.bytes))).toMatchObject([{ code: 'logo-too-large', blocks: true }]);
  expect(logo(png(logoLimits.useful + 1))).toMatchObject([{ code: 'logo-large', blocks: false }]);
  expect(logo(png(800))).toEqual([]);
});

const svg = (inner: string, root = 'viewBox="0 0 10 10"') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`;

test('an SVG that is whole passes', () => {
  expect(logo(svg('<g><path d="M0 0L9 9"/></g><!-- <g> -->'))).toEqual([]);
  expect(logo(svg('<rect/>', 'width="10" height="10px"'))).toEqual([]);
});

test('an SVG that reaches outside or cannot be drawn blocks', () => {
  expect(logo(svg('<image href="file:///etc/passwd"/>'))).toMatchObject([
    { code: 'logo-embeds', blocks: true, parameters: { parts: ['image'] } },
  ]);
  expect(logo(svg('<foreignObject><p/></foreignObject>'))).toMatchObject([{ code: 'logo-embeds' }]);
  expect(logo(svg('<g>'))).toMatchObject([
    { code: 'logo-unreadable', parameters: { reason: 'not-well-formed' } },
  ]);
  expect(logo(svg('<rect/>', ''))).toMatchObject([
    { code: 'logo-unreadable', parameters: { reason: 'no-size' } },
  ]);
});

test('type in an SVG warns: it prints in another face', () => {
  expect(logo(svg('<text>Acme</text>'))).toMatchObject([{ code: 'logo-text', blocks: false }]);
});

test('a pale accent warns, an accent that is no colour too', () => {
  const accent = (colour: string) =>
    problems((input) => {
      input.branding.accent = colour;
    });
  expect(accent('#ffcc00')).toMatchObject([{ code: 'accent-pale', blocks: false }]);
  expect(accent('gold')).toMatchObject([{ code: 'accent-unknown', blocks: false }]);
  expect(accent('#123456')).toEqual([]);
});

test('a scan that read nothing, or was not finished, warns', () => {
  expect(preflight(emptyInput(), texts)).toMatchObject([{ code: 'nothing-read', blocks: false }]);
});

test('what blocks comes first', () => {
  const found = problems((input) => {
    input.snapshot.finishedAt = null;
    input.branding.clientLogo = 'nothing';
  });
  expect(found.map((problem) => problem.blocks)).toEqual([true, false]);
});
