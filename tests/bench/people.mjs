// One person's connection, as hostile.mjs and hostile_clients.mjs want it.
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';

export const number = {
  hello: 1, join: 2, watch: 4, ready: 6, compose: 7, say: 8, control: 13, recall: 14, enter: 52,
  changeDevice: 54, lookUp: 61, welcome: 64, seated: 65, event: 66,
}; // prettier-ignore

export const send = (socket, kind, ...fields) => socket.send(encode([number[kind], ...fields]));

/** Resolves with the first message that fits. */
export const heard = (socket, fits) =>
  new Promise((resolve) => {
    const look = (bytes) => {
      const found = decode(bytes)[1].find(fits);
      if (!found) return;
      socket.off('message', look);
      resolve(found);
    };
    socket.on('message', look);
  });

export const heardEvent = (socket, fits) =>
  heard(socket, ([kind, , event]) => kind === number.event && fits(event));
export const phase = (socket, wanted) => heardEvent(socket, (event) => event[0] === 20 && event[1] === wanted);

export async function open(port, secret) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, 'hearout.1');
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const welcome = heard(socket, ([kind]) => kind === number.welcome);
  send(socket, 'hello', 1, 'bench', ...(secret ? [secret] : []));
  await welcome;
  return socket;
}

/** In the seat that the secret opens, else in a practice room. */
export async function sit(port, secret, name) {
  const socket = await open(port, secret);
  const seated = heard(socket, ([kind]) => kind === number.seated);
  send(socket, 'join', 'moving-truck', name, 100, 1, 3);
  socket.room = (await seated)[1];
  return socket;
}
