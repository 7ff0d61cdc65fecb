/** Small parts that every page uses. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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

/** Shown until there is something to show. */
export function Skeleton({ text = 'loading' }: { text?: string }) {
  return (
    <main class="skeleton" aria-busy="true">
      <i />
      <i />
      <p class="meta skeleton__words">
        <Text id={text} />
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
