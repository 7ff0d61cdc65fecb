import { describe, expect, it } from 'vitest';
import { parseCommand } from './command.ts';
import { type Composing, keepaliveMs, onInput } from './composing.ts';

describe('typed commands', () => {
  it.each([
    ['/floor', 'floor', ''],
    ['  /Hold  let me check\nthat ', 'hold', 'let me check\nthat'],
    ['/giveback', 'giveback', ''],
    ['/nonsense', 'unknown', ''],
  ])('%j', (text, command, rest) => {
    expect(parseCommand(text)).toEqual({ command, rest });
  });

  it.each(['and/or', '/', '/ floor', '24/7', '/100 dollars'])('%j is simply said', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});

describe('typing signs', () => {
  it('say start, then at most one keepalive in three seconds, then empty', () => {
    let composing: Composing = { signedMs: null };
    const signs: unknown[] = [];
    const typed: [string, number][] = [
      ['I', 0],
      ['I s', 400],
      ['I se', keepaliveMs],
      ['I see', keepaliveMs + 1],
      ['', keepaliveMs + 2],
      [' ', keepaliveMs + 3],
      ['So', keepaliveMs + 4],
    ];
    for (const [text, at] of typed) {
      const next = onInput(composing, text, at);
      composing = next.composing;
      signs.push(next.sign);
    }
    expect(signs).toEqual(['start', null, 'keepalive', null, 'empty', null, 'start']);
  });
});
