import stripAnsi from 'strip-ansi';

/** Bytes as a text to be read: colours of a terminal are marks that nobody can read. The original keeps them. */
export const shownText = (bytes: Uint8Array): string => stripAnsi(new TextDecoder().decode(bytes));
