/** What may be wider than the page, a table as a rule. */
import type { ComponentChildren } from 'preact';

export function Scroll({ children }: { children: ComponentChildren }) {
  return (
    <div
      class="scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}
