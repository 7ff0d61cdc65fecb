// The hostile clients of hostile.mjs, in a thread of their own: each does one thing 18 times a
// second, just under what cuts a client off; one who is cut off comes again.
import { setTimeout as after } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { heard, number, open, phase, send, sit } from './people.mjs';

const { port, instructor, clients, what } = workerData ?? {};

const stranger = () => open(port);
const nobody = async () => undefined;

async function practice() {
  const socket = await sit(port, undefined, 'Mallory');
  const plays = phase(socket, 1);
  send(socket, 'ready');
  await plays;
  return socket;
}

/** One who has talked for long, and whose talk staff have ended: with a long log to recall. */
async function talker() {
  const socket = await practice();
  for (let id = 1; id <= 100; id++) {
    if (id % 2) send(socket, 'say', id, 'x '.repeat(500), true, false, 0, false, false, 0);
    else send(socket, 'compose', id % 4 ? 0 : 2);
    await after(55);
  }
  const over = phase(socket, 3);
  const staff = await open(port, instructor);
  const watches = heard(staff, ([kind]) => kind === number.seated);
  send(staff, 'watch', socket.room, 0);
  await watches;
  send(staff, 'control', 6, 0, 'over');
  await over;
  staff.terminate();
  return socket;
}

const signIn = () =>
  fetch(`http://127.0.0.1:${port}/signin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ firm: 'demo', login: 'instructor', password: 'wrong, and wrong again' }),
  }).then((answer) => answer.text(), () => {});

const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const codeOf = (n) => Array.from({ length: 6 }, (_, i) => letters[(n * (i + 7)) % 20]).join('');
const says = (text) => (socket, n) => send(socket, 'say', n, text, true, false, 0, false, false, 0);

export const attacks = {
  'the largest messages': [practice, says('\u{1f600}'.repeat(3990))],
  'the longest lines to read': [practice, says('I am sorry that it was late. '.repeat(137))],
  'wrong codes': [stranger, (socket, n) => send(socket, 'lookUp', codeOf(n))],
  'wrong entries': [stranger, (socket, n) => n % 2 ? send(socket, 'enter', codeOf(n), 'X', 100) : send(socket, 'changeDevice', codeOf(n), 'X', '0000')],
  'wrong passwords': [nobody, () => void signIn()],
  'recalls of a long log': [talker, (socket) => send(socket, 'recall')],
  'new connections': [nobody, () => void stranger().then((socket) => socket.terminate(), () => {})],
}; // prettier-ignore

async function often(first, prepare, act) {
  let socket = first;
  for (let n = 1; ; n++) {
    if (socket && socket.readyState !== WebSocket.OPEN) socket = await prepare().catch(() => socket);
    if (!socket || socket.readyState === WebSocket.OPEN) act(socket, n);
    await after(55);
  }
}

if (parentPort) {
  const [prepare, act] = attacks[what];
  const sockets = await Promise.all(Array.from({ length: clients }, prepare));
  parentPort.postMessage('ready');
  for (const socket of sockets) often(socket, prepare, act);
}
