/** The way in, for a phone's camera. A chunk of its own with the encoder. */
import { encode } from 'uqr';
import { say } from '../text/text.ts';

export function Qr({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say('qr-label')}>
      <rect width={size} height={size} class="qr__ground" />
      <path d={path} class="qr__marks" />
    </svg>
  );
}
