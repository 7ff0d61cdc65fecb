/** A workshop's code as it is typed: case, spaces and hyphens do not count. */
export function codeIn(typed: string): string {
  return decodeURIComponent(typed).replace(/[\s-]/g, '').toUpperCase();
}

/** KRT WBN, to be read aloud. */
export const codeShown = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
