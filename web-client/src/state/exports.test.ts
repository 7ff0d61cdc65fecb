import { describe, expect, test } from 'vitest';
import { cell, eventsJsonl, marksCsv } from './exports.ts';

const starts = ['=', '+', '-', '@'];
const before = ['', ' ', '  ', '\t', '\n', '\r\n', '\u00a0', '\ufeff', ' \t', '\n '];

/** What a program that reads CSV finds in the one cell. */
const parsed = (csv: string) => csv.slice(1, -1).replaceAll('""', '"');

describe('cells', () => {
  const payloads = starts.flatMap((sign) => before.map((blank) => `${blank}${sign}cmd|"x"!A1`));
  test.each(payloads)('%j runs nowhere', (payload) => {
    const read = parsed(cell(payload));
    expect(read).toBe(`'${payload}`);
    expect(read.trimStart()).not.toMatch(/^[=+\-@]/);
  });

  test('and what is harmless stays as it is', () => {
    for (const text of ['', 'He said "no".', 'a=b', '3', 'ends - here'])
      expect(parsed(cell(text))).toBe(text);
  });
});

describe('a room to take away', () => {
  test('each mark is a row, with who gave it', () => {
    const csv = marksCsv('r1', [
      { atMs: 0, event: { kind: 'seated', seat: 'trainee', player: 'bot', name: '=Asha' } },
      {
        atMs: 9,
        event: {
          kind: 'mark',
          item: 'E1',
          level: 0,
          version: 1,
          source: 'human',
          by: 'Jo',
          line: 3,
          text: '-He did.',
        },
      },
      { atMs: 10, event: { kind: 'ratedSelf', marks: [{ item: 'L1', level: 4 }] } },
    ]);
    expect(csv.split('\r\n')).toEqual([
      '"room","at_ms","rater","source","item","level","version","line","reason"',
      `"r1","9","Jo","human","E1","na","2","0","'-He did."`,
      `"r1","10","'=Asha","self","L1","4","0","0",""`,
      '',
    ]);
  });

  test('each event is a line of JSON', () => {
    const lines = eventsJsonl([{ atMs: 5, event: { kind: 'ready', seat: 'trainee' } }]).split('\n');
    expect(JSON.parse(lines[0] as string)).toEqual({
      n: 1,
      at_ms: 5,
      kind: 'ready',
      seat: 'trainee',
    });
    expect(lines).toHaveLength(2);
  });
});
