/** Typed commands: a line that is a slash and one known word, perhaps with words after it. */

const names = [
  'floor',
  'time',
  'hold',
  'giveback',
  'stop',
  'help',
  'over',
  'send',
  'discard',
  'finish',
] as const;
export type Command = (typeof names)[number];

export interface Typed {
  command: Command | 'unknown';
  rest: string;
}

/** Null when the text is simply a message. */
export function parseCommand(text: string): Typed | null {
  const match = /^\/([a-z]+)(?:\s+(.*))?$/is.exec(text.trim());
  if (!match) return null;
  const word = match[1]?.toLowerCase();
  const command = names.find((name) => name === word);
  return { command: command ?? 'unknown', rest: match[2]?.trim() ?? '' };
}
