import { expect, it } from 'vitest';
import { wantedPath } from './signIn.ts';

it('goes back to a page of staff, and nowhere else', () => {
  expect(wantedPath('/i/w/BCDFGH')).toBe('/i/w/BCDFGH');
  expect(wantedPath('/f/new')).toBe('/f/new');
  for (const kept of ['', '/', '/signin', '//evil.example/i/', 'https://evil.example', '/i//x'])
    expect(wantedPath(kept), kept).toBe('/i');
});
