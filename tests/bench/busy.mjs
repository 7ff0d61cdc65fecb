// What a busy training room asks of the machine: ROOMS trainees who talk with the bot for SECONDS.
// node tests/bench/busy.mjs [ROOMS] [SECONDS]: against the release build, on 127.0.0.1.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';

const rooms = Number(process.argv[2] ?? 60);
const seconds = Number(process.argv[3] ?? 60);
const binary = fileURLToPath(new URL('../../build/release/hearout', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'hearout-bench-'));
const server = spawn(binary, ['serve', '--listen', '127.0.0.1:0', '--data', data], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const port = await new Promise((resolve) =>
  server.stdout.on('data', (text) => resolve(/:(\d+)/.exec(String(text).split(' ')[1])[1])),
);
const lines = [
  'I am sorry, Mr Cole. Two hours on boxes with nobody calling is not what you paid for.',
  'Can you tell me which street the truck was meant to come from?',
  'I will call the driver now and ring you back before four, whatever he says.',
  'You are right to be angry about that. What matters most to you for tonight?',
];

const field = (path, pattern) => Number(pattern.exec(readFileSync(path, 'utf8'))[1]);
const cpuSeconds = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const writtenMiB = () => field(`/proc/${server.pid}/io`, /^write_bytes: (\d+)/m) / 1048576;
const figure = async (name) =>
  Number(
    new RegExp(`^${name} (\\d+)`, 'm').exec(
      await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
    )[1],
  );

/** One trainee: a listening noise every 4 s, a sentence every 12. */
async function talk(index) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, 'hearout.1');
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  socket.on('message', (bytes) => decode(bytes));
  socket.send(encode([1, 1, `bench ${index}`]));
  socket.send(encode([2, 'moving-truck', 'Bench', 100, 1, 3]));
  await after(500);
  socket.send(encode([6]));
  await after((4000 * index) / rooms);
  for (let id = 1; id <= seconds / 4; id++) {
    const says = id % 3 === 0;
    const text = says ? lines[(id / 3) % lines.length] : '';
    socket.send(encode([8, id, text, false, says, says ? 0 : 1, false, false, 0]));
    await after(4000);
  }
  return socket;
}

const began = { cpu: cpuSeconds(), written: writtenMiB(), sent: await figure('hearout_bytes_sent_total') };
const sockets = await Promise.all(Array.from({ length: rooms }, (_, index) => talk(index)));
const took = seconds + 4;
const cpu = ((cpuSeconds() - began.cpu) / took) * 100;
const sent = ((await figure('hearout_bytes_sent_total')) - began.sent) / 1024 / took;
console.log(`${rooms} rooms for ${seconds} s`);
console.log(`  one core, busy       ${cpu.toFixed(1)} %`);
console.log(`  sent                 ${sent.toFixed(1)} KiB/s`);
console.log(`  written to the disk  ${(writtenMiB() - began.written).toFixed(1)} MiB`);
console.log(`  commits              ${await figure('hearout_commit_seconds_count')}`);
console.log(`  records              ${await figure('hearout_records_total')}`);
console.log(`  the database         ${((statSync(join(data, 'hearout.db')).size + statSync(join(data, 'hearout.db-wal')).size) / 1048576).toFixed(1)} MiB`);
for (const socket of sockets) socket.terminate();
server.kill('SIGTERM');
await new Promise((resolve) => server.on('exit', resolve));
rmSync(data, { recursive: true, force: true });
process.exit(0);
