/** A workshop's code as it is typed: case, spaces and hyphens do not count. */
export function codeIn(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** Six consonants: no vowels, so no words, and no digits to mix up. */
export function isCode(typed: string): boolean {
  return /^[BCDFGHJKLMNPQRSTVWXZ]{6}$/.test(codeIn(typed));
}

/** KRT WBN, to be read aloud. */
export const codeShown = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What stands in a path, as it was meant; as it stands where that cannot be told. */
export function fromPath(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
