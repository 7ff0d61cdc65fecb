// What may come in a WebSocket once it is open: sizes, pieces, rates and closes of net_ws.c.
import { readFileSync } from 'node:fs';
import { decode } from '@msgpack/msgpack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dial, frame, open, type Raw, upgrade } from './support/raw.js';
import { type Server, startBare } from './support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startBare();
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

const binaries = (raw: Raw) => raw.frames().filter((one) => one.opcode === 2);

/** A frame for bare_net: a letter and a number of two bytes. */
const command = (letter: string, number: number) =>
  frame(Buffer.from([letter.charCodeAt(0), number >> 8, number & 255]));

/** MessagePack bytes that bare_net is to send back. */
const echo = (length: number) =>
  Buffer.concat([
    Buffer.from([0x65, 0xc5, (length - 4) >> 8, (length - 4) & 255]),
    Buffer.alloc(length - 4, 7),
  ]);

async function closedWith(...sent: Buffer[]): Promise<number | null> {
  const raw = await open(server.port);
  for (const bytes of sent) raw.send(bytes);
  const code = await raw.closeCode();
  raw.destroy();
  return code;
}

/** The first frame of a message in pieces, and the others. */
function pieces(count: number, payload: string | Buffer): Buffer[] {
  return Array.from({ length: count }, (_, i) =>
    frame(payload, { opcode: i === 0 ? 2 : 0, final: i === count - 1 }),
  );
}

async function echoes(length: number, ...sent: Buffer[]): Promise<void> {
  const raw = await open(server.port);
  for (const bytes of sent) raw.send(bytes);
  await raw.until(() => binaries(raw).length > 0);
  const [, bodies] = decode(binaries(raw)[0].payload) as [number, Uint8Array[]];
  expect(bodies.map((body) => Buffer.compare(body, Buffer.alloc(length - 4, 7)))).toEqual([0]);
  raw.destroy();
}

describe('a message', () => {
  test.each([5, 100, 124, 125, 126, 1023, 1024, 1025, 4096, 16383, 16384])(
    'of %i bytes arrives whole, in one piece and in many',
    async (length) => {
      const message = echo(length);
      await echoes(length, frame(message));
      const cut = Math.floor(length / 3);
      await echoes(
        length,
        frame(message.subarray(0, cut), { final: false }),
        frame(message.subarray(cut, 2 * cut), { opcode: 0, final: false }),
        frame(message.subarray(2 * cut), { opcode: 0 }),
      );
    },
  );

  test('that comes in one segment with the handshake is heard', async () => {
    const raw = await dial(server.port);
    raw.send(Buffer.concat([Buffer.from(upgrade(server.port)), frame(echo(2000))]));
    await raw.until(() => binaries(raw).length > 0);
    raw.destroy();
  });

  test('that comes byte by byte is put together', async () => {
    const raw = await open(server.port);
    for (const byte of frame(echo(300))) raw.send(Buffer.from([byte]));
    await raw.until(() => binaries(raw).length > 0);
    raw.destroy();
  });

  test.each([
    ['of 16 KiB and one byte', [frame(Buffer.alloc(16385))]],
    ['that announces a TiB', [Buffer.from([0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4, 9])]],
    ['that grows too large by pieces', pieces(5, Buffer.alloc(4000))],
  ])('%s is too large', async (_what, sent) => {
    expect(await closedWith(...sent)).toBe(4013);
  });

  test('may have 64 pieces and no more', async () => {
    const raw = await open(server.port);
    raw.send(Buffer.concat(pieces(64, 'x'))).send(frame(echo(5)));
    await raw.until(() => binaries(raw).length > 0);
    raw.destroy();
    expect(await closedWith(...pieces(65, 'x'))).toBe(4000);
    expect(await closedWith(Buffer.concat(pieces(20_000, '')))).toBe(4000);
  });

  test('that is text is none of ours', async () => {
    expect(await closedWith(frame('hello', { opcode: 1 }))).toBe(4000);
    expect(await closedWith(frame(Buffer.from([0xff, 0xfe]), { opcode: 1 }))).toBe(1007);
  });

  test.each([
    ['a reserved bit', [frame('x', { rsv1: true })]],
    ['opcode 3', [frame('x', { opcode: 3 })]],
    ['opcode 11', [frame('x', { opcode: 11 })]],
    ['a continuation of nothing', [frame('x', { opcode: 0 })]],
    ['a message within a message', [frame('x', { final: false }), frame('y')]],
    ['a ping in pieces', [frame('x', { opcode: 9, final: false })]],
  ])('%s is a protocol error', async (_what, sent) => {
    expect(await closedWith(...sent)).toBe(1002);
  });

  test('after the close is not heard', async () => {
    const raw = await open(server.port);
    const before = server.said().length;
    raw.send(Buffer.concat([command('c', 4003), frame('late'), frame('later')]));
    expect(await raw.closeCode()).toBe(4003);
    await raw.until(() => server.said().includes('closed', before));
    expect(server.said().slice(before)).not.toContain('frame 4');
    raw.destroy();
  });
});

describe('too many', () => {
  test('messages: forty at once, the next is one too many', async () => {
    const before = server.said().length;
    expect(
      await closedWith(Buffer.concat(Array.from({ length: 60 }, () => frame('12345678')))),
    ).toBe(4009);
    expect(
      server
        .said()
        .slice(before)
        .match(/frame 8/g)?.length,
    ).toBe(40);
  });

  test('pongs that nobody asked for', async () => {
    expect(
      await closedWith(Buffer.concat(Array.from({ length: 30 }, () => frame('x', { opcode: 10 })))),
    ).toBe(4009);
  });

  test('pings, unread: memory stays flat and others are served', async () => {
    const resident = () =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'latin1'))?.[1]);
    const flood = await open(server.port);
    flood.socket.pause();
    const before = resident();
    const some = Buffer.concat(
      Array.from({ length: 1000 }, () => frame('ping'.repeat(30), { opcode: 9 })),
    );
    for (let i = 0; i < 200; i++) {
      flood.send(some);
      if (i % 10 === 0) await echoes(100, frame(echo(100)));
    }
    expect(resident() - before).toBeLessThan(12 * 1024);
    flood.destroy();
  });

  test('bytes for one who does not read: cut, told so, and forgotten', async () => {
    const raw = await open(server.port);
    raw.socket.pause();
    raw.send(frame('g'));
    const cut = () => server.log().includes('slow_reader');
    for (let i = 0; i < 38 && !cut(); i++) {
      raw.send(command('f', 240));
      await echoes(100, frame(echo(100)));
    }
    expect(cut()).toBe(true);
    raw.socket.resume();
    expect(await raw.closeCode()).toBe(4008);
    raw.destroy();
  });
});

describe('what leaves', () => {
  test('in one turn leaves as one frame with the number of the last', async () => {
    const raw = await open(server.port);
    raw.send(command('f', 5));
    await raw.until(() => binaries(raw).length > 0);
    const [n, bodies] = decode(binaries(raw)[0].payload) as [number, Uint8Array[]];
    expect(bodies.length).toBe(5);
    raw.send(command('f', 70));
    await raw.until(() => binaries(raw).length > 2);
    const [m, more] = decode(binaries(raw)[2].payload) as [number, Uint8Array[]];
    expect(m).toBe(n + 70);
    expect(more.length).toBe(7);
    raw.destroy();
  });

  test('before a close leaves before it', async () => {
    const raw = await open(server.port);
    raw.send(Buffer.concat([command('f', 200), command('c', 4003)]));
    expect(await raw.closeCode()).toBe(4003);
    const bodies = binaries(raw).flatMap((one) => (decode(one.payload) as [number, unknown[]])[1]);
    expect(bodies.length).toBe(200);
    raw.destroy();
  });
});

describe('a close', () => {
  const code = (number: number) => Buffer.from([number >> 8, number & 255]);
  test.each([
    ['without a code', '', null],
    ['with 1000', code(1000), 1000],
    ['with 4321', code(4321), 4321],
    ['of one byte', 'x', 1002],
    ['with 999', code(999), 1002],
    ['with 1005', code(1005), 1002],
    ['with 1006', code(1006), 1002],
    ['with 1015', code(1015), 1002],
    ['with 5000', code(5000), 1002],
    ['with 65535', code(65535), 1002],
  ])('%s', async (_what, payload, answer) => {
    expect(await closedWith(frame(payload, { opcode: 8 }))).toBe(answer);
  });

  test('that the other side does not answer ends all the same', { timeout: 10_000 }, async () => {
    const raw = await open(server.port);
    raw.send(command('c', 4003));
    await raw.untilEnd(8_000);
  });
});
