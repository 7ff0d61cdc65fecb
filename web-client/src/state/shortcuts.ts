/** Single keys: they work outside of text fields and dialogs, and can be switched off. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readShortcuts, writeShortcuts } from './kept.ts';

export const shortcutsOn = signal(readShortcuts());

export function switchShortcuts(on: boolean) {
  shortcutsOn.value = on;
  writeShortcuts(on);
}

/** Whether the event is a shortcut; with Ctrl it always is, as nothing types that. */
export function isShortcut(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, dialog')) return false;
  if (event.ctrlKey) return true;
  if (event.altKey || event.metaKey || !shortcutsOn.value) return false;
  if (event.key === 'Enter' && target?.closest('button, a, summary')) return false;
  return !(event.key.startsWith('Arrow') && target?.closest('[role=log]'));
}

/** `act` says whether it was meant by the key. */
export function useShortcuts(act: (key: string, event: KeyboardEvent) => boolean) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isShortcut(event) && act(event.key.toLowerCase(), event)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
