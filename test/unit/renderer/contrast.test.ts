import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/look/tokens.css'), 'utf8');
const [light, dark] = [...css.matchAll(/:root(?:\[data-mantine-color-scheme="dark"\])? \{(.*?)\}/gs)].map(
  ([, block]) =>
    Object.fromEntries(
      [...block!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
    ),
);

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each([
  ['light', light!],
  ['dark', dark!],
])('in the %s', (_, colours) => {
  test.each([
    ['ink', 'background'],
    ['ink', 'card'],
    ['ink', 'tint'],
    ['ink', 'notice'],
    ['secondary', 'background'],
    ['secondary', 'card'],
    ['secondary', 'tint'],
    ['on-accent', 'accent'],
    ['critical', 'card'],
    ['high', 'card'],
    ['medium', 'card'],
    ['low', 'card'],
  ])('%s on %s can be read (WCAG AA, 4.5 to 1)', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['edge', 'card'],
    ['accent', 'card'],
    ['accent', 'background'],
  ])('%s on %s can be made out (WCAG AA, 3 to 1)', (shape, ground) => {
    expect(contrast(colours[shape]!, colours[ground]!)).toBeGreaterThanOrEqual(3);
  });
});
