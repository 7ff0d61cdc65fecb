// What hostile clients cost others: how long a sign of typing needs from one of two people in a room
// to the other's screen, alone, and while others do what the limits let them; and how busy the
// server is meanwhile.
// node tests/bench/hostile.mjs [CLIENTS] [SECONDS]: HEAROUT_BIN or the release build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { attacks } from './hostile_clients.mjs';
import { heardEvent, phase, send, sit } from './people.mjs';

const clients = Number(process.argv[2] ?? 16);
const seconds = Number(process.argv[3] ?? 6);
const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const release = root('build/release/hearout');
const binary = process.env.HEAROUT_BIN ?? (existsSync(release) ? release : root('build/debug/hearout'));
const data = mkdtempSync(join(tmpdir(), 'hearout-hostile-'));
const server = spawn(binary, ['serve', '--demo', '--listen', '127.0.0.1:0', '--data', data], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
let said = '';
const secret = (link) => new RegExp(`^${link} +http\\S+#(\\S+)$`, 'm').exec(said)[1];
const port = await new Promise((resolve) =>
  server.stdout.on('data', (text) => {
    said += text;
    if (said.includes('sign-in')) resolve(/listening https?:\/\/.*:(\d+)/.exec(said)[1]);
  }),
);

const cpuMs = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** One types or stops, and the other sees it. */
async function measure(what, trainee, customer) {
  const [began, usedMs, times] = [performance.now(), cpuMs(), []];
  for (let n = 0; performance.now() - began < 1000 * seconds; n++) {
    const sentAt = performance.now();
    const seen = heardEvent(customer, (event) => event[0] === 4 && event[1] === 0);
    send(trainee, 'compose', n % 2 ? 2 : 0);
    await seen;
    times.push(performance.now() - sentAt);
    await after(60);
  }
  const busy = (100 * (cpuMs() - usedMs)) / (performance.now() - began);
  times.sort((a, b) => a - b);
  const at = (share) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1).padStart(7);
  console.log(`  ${what.padEnd(26)}${at(0.5)}${at(0.95)}${at(1)}${busy.toFixed(0).padStart(6)} %  of ${times.length}`);
}

const trainee = await sit(port, secret('trainee'), 'Asha');
const customer = await sit(port, secret('customer'), 'Tom');
const plays = phase(trainee, 1);
for (const one of [trainee, customer]) send(one, 'ready');
await plays;
console.log(`${clients} hostile clients, ${seconds} s each; ms: median, 95 %, most; of a core, busy`);
await measure('nobody', trainee, customer);
for (const what of Object.keys(attacks)) {
  const workerData = { port, instructor: secret('instructor'), clients, what };
  const hostile = new Worker(new URL('hostile_clients.mjs', import.meta.url), { workerData });
  await once(hostile, 'message');
  await measure(what, trainee, customer);
  await hostile.terminate();
}
for (const one of [trainee, customer]) one.terminate();
server.kill('SIGTERM');
await once(server, 'exit');
rmSync(data, { recursive: true, force: true });
process.exit(0);
