/** A room to take away: every event as staff see it, and every mark as a row. The columns are those
 * of `hearout export --marks`. Pure. */
import type { RoomEvent } from '#protocol';

export interface Told {
  atMs: number;
  event: RoomEvent;
}

/** One event a line. */
export function eventsJsonl(told: readonly Told[]): string {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
  return told
    .map(
      ({ atMs, event }, at) => `${JSON.stringify({ n: at + 1, at_ms: atMs, ...event }, plain)}\n`,
    )
    .join('');
}

/** A spreadsheet takes what begins so for a formula, also behind blanks. */
const formula = /^[\s\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A cell that no spreadsheet runs. */
export function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

type Cell = string | number;

export function marksCsv(room: string, told: readonly Told[]): string {
  const head = ['room', 'at_ms', 'rater', 'source', 'item', 'level', 'version', 'line', 'reason'];
  let trainee = '';
  const rows: Cell[][] = [];
  for (const { atMs, event } of told) {
    if (event.kind === 'seated' && event.seat === 'trainee') trainee = event.name;
    rows.push(...rowsOf(event, trainee).map((row) => [room, atMs, ...row]));
  }
  const lines: Cell[][] = [head, ...rows];
  return lines.map((line) => `${line.map((one) => cell(`${one}`)).join(',')}\r\n`).join('');
}

const levelName = (level: number) => (level === 0 ? 'na' : `${level}`);

/** rater, source, item, level, version, line, reason */
function rowsOf(event: RoomEvent, trainee: string): Cell[][] {
  switch (event.kind) {
    case 'mark': {
      const { by, source, item, level, version, text } = event;
      const rater = source === 'machine' ? '' : by;
      return [[rater, source, item, levelName(level), version + 1, 0, text]];
    }
    case 'overall':
      return [[event.by, 'human', 'overall', levelName(event.level), 0, 0, '']];
    case 'critical': {
      const { by, critical, on, cited, text } = event;
      return [[by, 'human', critical, on ? 'set' : 'taken_back', 0, cited, text]];
    }
    case 'ratedSelf':
      return event.marks.map(({ item, level }) => [
        trainee,
        'self',
        item,
        levelName(level),
        0,
        0,
        '',
      ]);
    default:
      return [];
  }
}
