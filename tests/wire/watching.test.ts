// What the dashboard and the alert rules ask for is what the server tells, and every alert has its
// advice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, get } from './support/raw.js';
import { root, type Server, startServer } from './support/server.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const watchers = ['deploy/grafana.json', 'deploy/alerts.yaml'];
let server: Server;
let metrics = '';
/** Name -> type. */
const families = new Map<string, string>();

beforeAll(async () => {
  server = await startServer();
  metrics = await ask(server.port, get('/metrics'));
  for (const [, name, type] of metrics.matchAll(/^# TYPE (\S+) (\S+)$/gm))
    families.set(name ?? '', type ?? '');
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

const family = (name: string) => {
  const whole = name.replace(/_(bucket|sum|count)$/, '');
  return families.get(whole) === 'histogram' ? whole : name;
};

test.each(watchers)('%s names only figures that there are', (file) => {
  const named = [...new Set(read(file).match(/\bhearout_\w+/g))];
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !families.has(family(name)))).toEqual([]);
});

test.each(watchers)('%s names only labels that there are', (file) => {
  const selectors = read(file).matchAll(/(hearout_\w+)\{(\w+)=~?\\?"([^"\\]+)\\?"\}/g);
  for (const [, name, label, values] of selectors)
    for (const value of values?.split('|') ?? [])
      expect(metrics).toContain(`${name}{${label}="${value}"}`);
});

test('rates are taken of counters, and of nothing else', () => {
  for (const file of watchers)
    for (const [, name] of read(file).matchAll(/(?:rate|increase)\((hearout_\w+)/g))
      expect(['counter', 'histogram'], name).toContain(families.get(family(name ?? '')));
});

test('what an operator asks first is told', () => {
  const wanted = {
    hearout_rooms: 'gauge',
    hearout_seats: 'gauge',
    hearout_connections: 'gauge',
    hearout_floor_decisions_total: 'counter',
    hearout_commit_seconds: 'histogram',
    hearout_turn_seconds: 'histogram',
    hearout_queued_bytes: 'gauge',
    hearout_errors_total: 'counter',
    hearout_refused_total: 'counter',
    hearout_connections_cut_total: 'counter',
  };
  for (const [name, type] of Object.entries(wanted)) expect(families.get(name), name).toBe(type);
  const reasons = metrics.match(/^hearout_errors_total\{error="\w+"\} 0$/gm);
  const { enums } = JSON.parse(read('protocol/roleplay.json'));
  expect(reasons?.length).toBe(enums.error.values.length);
});

test('every alert has its advice in the administrator’s page', () => {
  const page = read('docs/administration.md');
  const alerts = [...read('deploy/alerts.yaml').matchAll(/alert: (\w+)/g)].map(([, name]) => name);
  expect(alerts.length).toBeGreaterThan(5);
  expect(alerts.filter((name) => !page.includes(name ?? ''))).toEqual([]);
});
