// What connections and rooms cost in memory, and how long an answer takes with many of them open.
// node tests/bench/connections.mjs [CONNECTIONS] [ROOMS]: against the release build, on 127.0.0.1.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';

const connections = Number(process.argv[2] ?? 3000);
const rooms = Number(process.argv[3] ?? 100);
const binary = fileURLToPath(new URL('../../build/release/hearout', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'hearout-bench-'));
const server = spawn(binary, ['serve', '--listen', '127.0.0.1:0', '--data', data], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const port = await new Promise((resolve) =>
  server.stdout.on('data', (text) => resolve(/:(\d+)/.exec(String(text).split(' ')[1])[1])),
);

const residentKb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]);

/** Resolves with the first message of that number. */
const heard = (socket, number) =>
  new Promise((resolve) => {
    const look = (bytes) => {
      const found = decode(bytes)[1].find(([kind]) => kind === number);
      if (!found) return;
      socket.off('message', look);
      resolve(found);
    };
    socket.on('message', look);
  });

async function open() {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, 'hearout.1');
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const welcome = heard(socket, 64);
  socket.send(encode([1, 1, 'bench']));
  await welcome;
  return socket;
}

async function inGroups(count, make) {
  const made = [];
  while (made.length < count)
    made.push(...(await Promise.all(Array.from({ length: Math.min(50, count - made.length) }, make))));
  return made;
}

async function play() {
  const socket = await open();
  const seated = heard(socket, 65);
  socket.send(encode([2, 'moving-truck', 'Bench', 100, 1, 3]));
  await seated;
  socket.send(encode([6]));
  return socket;
}

function print(what, value, unit) {
  console.log(`${what.padEnd(44)} ${value.toFixed(1).padStart(9)} ${unit}`);
}

const emptyKb = residentKb();
await inGroups(connections, open);
const idleKb = residentKb();
print(`resident, empty`, emptyKb / 1024, 'MiB');
print(`an idle connection, of ${connections}`, (idleKb - emptyKb) / connections, 'KiB');
const players = await inGroups(rooms, play);
print(`a live room with its trainee, of ${rooms}`, (residentKb() - idleKb) / rooms, 'KiB');

const times = [];
for (let id = 1; id <= 200; id++) {
  const socket = players[id % players.length];
  const ack = heard(socket, 67);
  const began = performance.now();
  socket.send(encode([8, id, '', false, false, 1, false, false, 0])); // a listening noise
  await ack;
  times.push(performance.now() - began);
}
times.sort((a, b) => a - b);
print('a chip, from sent to stored and told: median', times[times.length >> 1], 'ms');
print('95 of 100 within', times[Math.floor(times.length * 0.95)], 'ms');

server.kill('SIGTERM');
await new Promise((resolve) => server.on('exit', resolve));
rmSync(data, { recursive: true, force: true });
process.exit(0);
