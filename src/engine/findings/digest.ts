import type { JsonValue } from '../../shared/model/json.ts';

/**
 * 53 bits that tell two values of JSON apart, as many as a number holds exactly: cyrb53 (bryc, public domain) over the
 * value itself, since making its text first takes longer than all the rest. It is compared with others of its kind
 * only; properties count in their order, and one that is undefined counts as missing, as in the text.
 */
export function digest53(value: JsonValue | object | undefined): number {
  a = 0xdeadbeef;
  b = 0x41c6ce57;
  mix(value);
  let x = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const y = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  x >>>= 0;
  return 4294967296 * (2097151 & y) + x;
}

// State of the digest that is being made; kept out of the functions because they call each other millions of times.
let a = 0;
let b = 0;
const number = new Float64Array(1);
const words = new Uint16Array(number.buffer);

function step(word: number): void {
  a = Math.imul(a ^ word, 2654435761);
  b = Math.imul(b ^ word, 1597334677);
}

// Beyond what a UTF-16 unit can be, so that no text looks like another kind of value.
const kinds = { text: 0x10000, number: 0x20000, true: 0x30000, false: 0x40000, null: 0x50000 };
const opens = { list: 0x60000, object: 0x70000, end: 0x80000 };

function mixText(text: string): void {
  step(kinds.text);
  for (let i = 0; i < text.length; i++) step(text.charCodeAt(i));
}

function mix(value: unknown): void {
  switch (typeof value) {
    case 'string':
      mixText(value);
      return;
    case 'number':
      step(kinds.number);
      number[0] = value;
      for (let i = 0; i < 4; i++) step(words[i]!);
      return;
    case 'boolean':
      step(value ? kinds.true : kinds.false);
      return;
  }
  if (value === null || value === undefined) {
    step(kinds.null);
  } else if (Array.isArray(value)) {
    step(opens.list);
    for (const one of value) mix(one);
    step(opens.end);
  } else {
    step(opens.object);
    for (const name in value) {
      const property = (value as Record<string, unknown>)[name];
      if (property === undefined) continue;
      mixText(name);
      mix(property);
    }
    step(opens.end);
  }
}
