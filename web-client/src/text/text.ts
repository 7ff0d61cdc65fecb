/** Every word on the page comes from the .ftl files through here. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import english from './en.ftl?raw';

const bundle = new FluentBundle('en');

/** Adds the texts of a page that is loaded later. */
export function addTexts(source: string) {
  bundle.addResource(new FluentResource(source), { allowOverrides: true });
}

addTexts(english);

export type Args = Record<string, FluentVariable>;

export function say(id: string, args?: Args): string {
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  return bundle.formatPattern(message.value, args ?? null);
}

export function hasText(id: string): boolean {
  return bundle.hasMessage(id);
}

/** 5:42, for a length of time. */
export function minutes(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
