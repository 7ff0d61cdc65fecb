/** Small parts that every page uses. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import sprite from '../style/icons.svg';
import { type Args, say } from '../text/text.ts';

export function Text({ id, args }: { id: string; args?: Args }) {
  return <>{say(id, args)}</>;
}

export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

/** The product's name, and the way to its first page. */
export function Brand() {
  return (
    <a class="brand" href="/">
      <i class="brand__mark" />
      <Text id="product" />
    </a>
  );
}

/** After a button that goes away with its deed: a keyboard goes on in the message. */
export function goOnInMessage() {
  if (document.activeElement?.matches(':focus-visible'))
    document.getElementById('message')?.focus();
}

/** Keeps the newest of a list in view: when one of `news` changes, and when a keyboard takes room. */
export function useScrollToEnd(list: RefObject<HTMLElement | null>, news: readonly unknown[]) {
  const toEnd = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(toEnd, news);
  useEffect(() => {
    const observer = new ResizeObserver(toEnd);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
}

/** One line on what is wrong. */
export function Warning({ id, role }: { id: string; role: 'alert' | 'status' }) {
  return (
    <p class="notice" role={role}>
      <Icon name="triangle-alert" />
      <span>
        <Text id={id} />
      </span>
    </p>
  );
}

/** True when something has waited for so long. */
export function useLate(waiting: boolean, afterMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [waiting, afterMs]);
  return late;
}

/** Who waits no longer than this needs no words for it. */
const silentMs = 2_000;

/** Shown until there is something to show. The page itself opens with the same picture. */
export function Skeleton({ text = 'loading' }: { text?: string }) {
  const late = useLate(true, silentMs);
  return (
    <main class="skeleton" aria-busy="true">
      <i />
      <i />
      <p class="meta skeleton__words" role="status">
        {late && <Text id={text} />}
      </p>
      <i />
    </main>
  );
}

/** A dialog that the person opened: the browser keeps the focus in it and gives it back. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} onClose={props.onClose} aria-labelledby="dialog-title">
      <h2 id="dialog-title">
        <Text id={props.title} />
      </h2>
      {props.children}
    </dialog>
  );
}

/** A page that has only something to say, and one thing to do. */
export function Plain(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <main class="plain">
      <h1>
        <Text id={props.title} />
      </h1>
      <p>
        <Text id={props.text} />
      </p>
      <div class="row">{props.children}</div>
    </main>
  );
}
