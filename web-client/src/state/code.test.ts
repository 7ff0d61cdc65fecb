import { expect, it } from 'vitest';
import { codeIn, codeShown, fromPath, isCode } from './code.ts';

it.each([
  ['KRTWBN', true],
  ['krt wbn', true],
  ['krt-wbn', true],
  ['KRTWB', false],
  ['KRTWBNN', false],
  ['KRTWBA', false],
  ['KRTWB1', false],
  ['KRTWBÑ', false],
  ['%', false],
  ['', false],
])('%s as a code: %s', (typed, is) => {
  expect(isCode(typed)).toBe(is);
});

it('is shown in two parts, and read back from them', () => {
  expect(codeShown('KRTWBN')).toBe('KRT WBN');
  expect(codeIn(codeShown('KRTWBN'))).toBe('KRTWBN');
});

it.each([
  ['krt%20wbn', 'krt wbn'],
  ['100%', '100%'],
])('the path %s means %s', (path, text) => {
  expect(fromPath(path)).toBe(text);
});
