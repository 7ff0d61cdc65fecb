/** A dialog that asks for one line of words: a reason, or a briefing. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog, Text } from './parts.tsx';

const wordsMost = 200;

interface Asked {
  label: string;
  confirm: string;
  /** The dialog is closed then. */
  onWords: (words: string) => void;
  onClose: () => void;
}

/** `children` is what the words are about. */
export function WordsDialog(props: Asked & { title: string; children?: ComponentChildren }) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {props.children}
      <WordsForm {...props} />
    </Dialog>
  );
}

function WordsForm({ label, confirm, onWords, onClose }: Asked) {
  const [words, setWords] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    onWords(words.trim());
    onClose();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="field">
        <Text id={label} />
        <input
          class="input"
          required
          maxLength={wordsMost}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <span class="row">
        <button type="submit" class="button button--main">
          <Text id={confirm} />
        </button>
        <button type="button" class="button" onClick={onClose}>
          <Text id="cancel" />
        </button>
      </span>
    </form>
  );
}
