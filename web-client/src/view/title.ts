import { useEffect } from 'preact/hooks';
import { say } from '../text/text.ts';

/** What the tab says: the nearest thing first, the product last. */
export function useTitle(...parts: string[]) {
  const title = [...parts.filter((part) => part !== ''), say('product')].join(' · ');
  useEffect(() => {
    document.title = title.replace(/[\u2066-\u2069]/g, '');
  }, [title]);
}
