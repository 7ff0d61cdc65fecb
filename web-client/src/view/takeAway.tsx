/** The room as files, made in the page from what it was told. */
import type { Desk } from '../state/desk.ts';
import { eventsJsonl, marksCsv } from '../state/exports.ts';
import { Text } from './parts.tsx';

function save(name: string, type: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export function TakeAway({ desk }: { desk: Desk }) {
  const room = desk.seated.value?.room ?? '';
  return (
    <p class="row take-away">
      <Text id="take-away" />
      <button
        type="button"
        class="button button--small"
        onClick={() => save('marks.csv', 'text/csv', marksCsv(room, desk.told))}
      >
        marks.csv
      </button>
      <button
        type="button"
        class="button button--small"
        onClick={() => save('events.jsonl', 'application/jsonl', eventsJsonl(desk.told))}
      >
        events.jsonl
      </button>
    </p>
  );
}
