import { expect, test } from 'vitest';
import { acceptLogo } from '../../../src/engine/reports/logo-check.ts';
import { svgDangers } from '../../../src/engine/reports/svg-dangers.ts';
import { logoLimits } from '../../../src/shared/model/branding.ts';
import { thrownBy } from '../../support/errors.ts';

const svg = (inside: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10"${root}>${inside}</svg>`;
const rectangle = '<rect width="30" height="10" fill="#123456"/>';

test('a plain SVG is kept byte for byte', () => {
  const bytes = Buffer.from(
    svg(
      `<defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M0 0h9v9z"/><use href="#g"/>${rectangle}`,
    ),
  );
  expect(acceptLogo(bytes)).toEqual({ mediaType: 'image/svg+xml', bytes });
});

test.each([
  ['a script', svg(`<script>alert(1)</script>${rectangle}`), '<script>'],
  ['a script in another namespace prefix', svg(`<svg:script/>${rectangle}`), '<script>'],
  ['a page inside', svg('<foreignObject><p>Hello</p></foreignObject>'), '<foreignObject>'],
  ['a handler of an event', svg(rectangle, ' onload="alert(1)"'), 'onload'],
  ['a picture of the web', svg('<image href="https://evil.example/x.png"/>'), 'https://evil.example/x.png'],
  [
    'a picture by the old kind of link',
    svg('<image xlink:href="//evil.example/x.png"/>'),
    '//evil.example/x.png',
  ],
  ['a picture of the disk', svg("<image href='file:///etc/passwd'/>"), 'file:///etc/passwd'],
  [
    'another SVG inside',
    svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
    'data:image/svg+xml;base64,AAAA',
  ],
  ['a link', svg(`<a href="javascript:alert(1)">${rectangle}</a>`), 'javascript:alert(1)'],
  ['a fill from elsewhere', svg('<path fill="url(https://evil.example/#p)"/>'), 'https://evil.example/#p'],
  ['a style sheet of the web', svg("<style>@import 'https://evil.example/x.css';</style>"), '@import'],
  ['entities', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg(rectangle)}`, '<!ENTITY>'],
])('an SVG with %s is refused, named, and told what to do', async (_name, text, part) => {
  expect(svgDangers(text)).toContain(part);
  const error = await thrownBy(() => acceptLogo(Buffer.from(text)));
  expect(error.code).toBe('logo-refused');
  expect(error.message).toContain(part);
  expect(error.next).toMatch(/plain SVG|PNG/);
});

test.each([
  ['that is none', Buffer.from('hello'), /unknown kind|octet-stream/, /SVG, PNG or JPEG/],
  ['that is a GIF', Buffer.from('GIF89a.............'), /GIF/, /SVG, PNG or JPEG/],
  ['that is cut off', Buffer.from('89504e470d0a1a0a0000', 'hex'), /not whole/, /Export it again/],
  ['that is too large', Buffer.alloc(logoLimits.bytes + 1), /at most 977 KiB/, /Save it smaller/],
  [
    'whose tags do not close',
    Buffer.from('<svg viewBox="0 0 1 1"><g></svg>'),
    /not whole/,
    /Export it again/,
  ],
  ['without a size', Buffer.from('<svg></svg>'), /how large/, /viewBox/],
])('a file %s is refused', async (_name, bytes, message, next) => {
  const error = await thrownBy(() => acceptLogo(bytes));
  expect(error.code).toBe('logo-refused');
  expect(error.message).toMatch(message);
  expect(error.next).toMatch(next);
});
