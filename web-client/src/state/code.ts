/** A workshop's code as it is typed: case, spaces and hyphens do not count. */
export function codeIn(typed: string): string {
  return decodeURIComponent(typed).replace(/[\s-]/g, '').toUpperCase();
}

/** Where a code leads as soon as it is whole; null: it is not yet. */
export const wayTo = (typed: string) => (codeIn(typed).length === 6 ? `/j/${codeIn(typed)}` : null);

/** KRT WBN, to be read aloud. */
export const codeShown = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
