// Everybody comes back at once: SEATS trainees who talk, kill -9, a new start, all of them resume.
// node tests/bench/storm.mjs [SEATS] [STORED]: against the release build, on 127.0.0.1. STORED rooms
// that lie in the store besides, open, with nobody in them. HEAROUT_BIN for another binary.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocket } from 'ws';

const seats = Number(process.argv[2] ?? 1000);
const stored = Number(process.argv[3] ?? 0);
const binary = process.env.HEAROUT_BIN ?? fileURLToPath(new URL('../../build/release/hearout', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hearout-storm-'));
const settings = join(folder, 'hearout.yaml');
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Hearout</title>\n');
writeFileSync(settings, 'limits: {address_connections: 8192, address_handshakes_per_second: 4000, failures_per_minute_known: 5000}\n');
setTimeout(() => end(1, 'it took too long'), 300_000).unref();

let server;
/** Resolves when it listens, with the port, and how long that took. */
async function start() {
  const began = performance.now();
  const options = ['--config', settings, '--listen', '127.0.0.1:0', '--data', join(folder, 'data'), '--web', folder];
  server = spawn(binary, ['serve', ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  server.on('exit', (code, signal) => signal !== 'SIGKILL' && end(1, `the server ended: ${code ?? signal}`));
  const port = await new Promise((resolve) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const found = /listening \S+:(\d+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  return { port, tookMs: performance.now() - began };
}

const kill = (signal) =>
  new Promise((resolve) => {
    server.on('exit', resolve);
    server.kill(signal);
  });

/** What the server itself has worked, however busy the machine is besides. */
const cpuSeconds = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const isCharge = (event) => event[0] === 35 && event[6];

/** One trainee, who remembers what he was told, and what was acknowledged. */
class Trainee {
  token = '';
  told = []; // events, since he was seated
  before = []; // and those of the time before
  acked = 0; // the newest
  lastId = 0; // and as he was told when he came back

  connect(port) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, 'hearout.1');
    this.gone = new Promise((resolve) => this.socket.on('close', resolve));
    this.socket.on('error', () => {});
    return new Promise((resolve) => {
      this.socket.on('open', () => {
        this.socket.send(encode([1, 1, 'storm']));
        this.socket.send(encode(this.token === '' ? [2, 'moving-truck', 'Storm', 100, 1, 3] : [3, this.token, 0]));
      });
      this.socket.on('close', () => resolve(false));
      this.socket.on('message', (bytes) => {
        for (const message of decode(bytes)[1]) this.hear(message, resolve);
      });
    });
  }

  hear([kind, ...fields], seated) {
    if (kind === 65) {
      this.before = this.told;
      this.told = [];
      this.token = fields[2];
      this.lastId = fields[7];
      seated(true);
    } else if (kind === 66) this.told.push(fields);
    else if (kind === 67) this.acked = Math.max(this.acked, fields[0]);
  }

  /** What he was told before and is not told now, in the same place. */
  lost() {
    return this.before.filter((one, i) => JSON.stringify(one) !== JSON.stringify(this.told[i])).length;
  }

  /** What he was charged for since. */
  charges() {
    return this.told.slice(this.before.length).filter(([, event]) => isCharge(event)).length;
  }

  say(id) {
    this.socket.send(encode([8, id, '', false, false, 1, false, false, 0])); // a listening noise
  }
}

async function inGroups(all, size, act) {
  for (let i = 0; i < all.length; i += size) await Promise.all(all.slice(i, i + size).map(act));
}

function end(code, why) {
  if (why) console.error(why);
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

const first = await start();
const people = Array.from({ length: seats }, () => new Trainee());
const others = Array.from({ length: stored }, () => new Trainee());
await inGroups([...people, ...others], 50, (one) => one.connect(first.port));
for (const one of people) one.socket.send(encode([6]));
await after(3000);
for (const one of people) one.say(1);
await after(2000);
for (const one of people) one.say(2);
await after(20); // many of these are on their way when it ends
await kill('SIGKILL');
await Promise.all([...people, ...others].map((one) => one.gone));

const second = await start();
const listening = performance.now();
const startCpu = cpuSeconds();
let cuts = 0;
/** As the page does, until he is seated. */
async function comeBack(one) {
  while (!(await one.connect(second.port))) cuts++;
  return performance.now() - listening;
}
const back = (await Promise.all(people.map(comeBack))).sort((a, b) => a - b);
const backCpu = cpuSeconds() - startCpu;
await after(5000); // what they are told anew
const sum = (count) => people.reduce((all, one) => all + count(one), 0);
const print = (what, value) => console.log(`${what.padEnd(56)} ${value}`);
print(`from the start to listening, ${seats + stored} rooms in the store`, `${(second.tookMs / 1000).toFixed(2)} s`);
print('from listening to the middle one in his seat', `${(back[back.length >> 1] / 1000).toFixed(2)} s`);
print('from listening to the last one in his seat', `${(back.at(-1) / 1000).toFixed(2)} s`);
print("of the server's own time, to listening and to the last one", `${startCpu.toFixed(2)} s, ${backCpu.toFixed(2)} s`);
print('cut meanwhile, and tried again', cuts);
print('events told before, and of those lost or changed', `${sum((one) => one.before.length)}, ${sum((one) => one.lost())}`);
print('acknowledged turns, and of those lost', `${sum((one) => one.acked)}, ${sum((one) => Math.max(0, one.acked - one.lastId))}`);
print('penalties since the start', sum((one) => one.charges()));
end(0);
