// The protocol as the test clients speak it: the page's own codec.
import type { ToServer } from '#protocol';
import { type Batch, decodeBatch, encodeToServer } from '../../../web-client/src/net/wire.ts';

export type { Batch };
export { decodeBatch };

export const encode = (message: ToServer): Uint8Array => encodeToServer(message);
