/** One room on the wall: who, how angry, who has the floor, what it needs. */
import type { Signal } from '@preact/signals';
import type { Tile as TileData } from '#protocol';
import { angerPath, cutPath, type Glance, lanePath, laneTicks } from '../state/glance.ts';
import { levelOf } from '../state/wall.ts';
import { minutes, say } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

interface Props {
  glance: Signal<Glance>;
  href: string;
  /** Its key, 1 to 9; 0: none. */
  number: number;
}

const trendLeast = 3;
const laneHigh = 6;
const laneWhole = 16;
const angerHigh = 20;

export function Tile({ glance, href, number }: Props) {
  const { tile, ticks, angers } = glance.value;
  const level = levelOf(tile.attention);
  return (
    <a
      class="panel tile"
      href={href}
      data-level={level}
      data-group={tile.group}
      {...(number > 0 && { 'aria-keyshortcuts': `${number}` })}
    >
      <span class="tile__head">
        {number > 0 && <kbd>{number}</kbd>}
        <strong>
          <Text id="tile-room" args={{ group: tile.group }} />
        </strong>
        <span class={`badge tile__level tile__level--${level}`}>
          <Text id={`level-${level}`} />
        </span>
        <span class="meta tile__time">{tile.playS > 0 && minutes(tile.playS * 1000)}</span>
      </span>
      <People tile={tile} />
      <span class="tile__anger">
        <span>
          <Text id="tile-anger" args={{ anger: tile.anger, trend: say(`tile-${trend(tile)}`) }} />
        </span>
        <svg
          class="spark"
          viewBox={`0 -1 ${laneTicks} ${angerHigh + 2}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={angerPath(angers, angerHigh)} />
        </svg>
      </span>
      <span class="tile__lane">
        <span class="tile__sides">
          <span>{say('tile-side-customer')}</span>
          <span>{say('tile-side-trainee')}</span>
        </span>
        <svg
          class="lane"
          viewBox={`0 0 ${laneTicks} ${laneWhole}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path class="lane__customer" d={lanePath(ticks, 'customer', 1, laneHigh)} />
          <path class="lane__trainee" d={lanePath(ticks, 'trainee', 9, laneHigh)} />
          <path class="lane__instructor" d={lanePath(ticks, 'instructor', 1, laneWhole - 2)} />
          <path class="lane__cut" d={cutPath(ticks, laneWhole)} />
        </svg>
      </span>
      <span class="tile__last">{tile.last === '' ? '' : `“${tile.last}”`}</span>
      <span class="tile__foot">
        <Need tile={tile} />
        <Seen tile={tile} />
      </span>
    </a>
  );
}

export function trend({ anger, angerBefore }: TileData): 'up' | 'down' | 'flat' {
  const rise = anger - angerBefore;
  return rise >= trendLeast ? 'up' : rise <= -trendLeast ? 'down' : 'flat';
}

function People({ tile }: { tile: TileData }) {
  const played = tile.player === 'peer' ? tile.customer : say(`tile-${tile.player}`);
  return (
    <span>
      <Text id="tile-people" args={{ trainee: tile.trainee, customer: played }} />
      {tile.observer !== '' && <Text id="tile-observer" args={{ name: tile.observer }} />}
    </span>
  );
}

/** The state in words: what it needs, else where it stands. */
function Need({ tile }: { tile: TileData }) {
  if (tile.need === 'none')
    return (
      <span>
        <Text id={`phase-word-${tile.phase}`} />
      </span>
    );
  const args = { seconds: tile.needS, count: tile.cutIns };
  return (
    <strong class="tile__need" data-need={tile.need}>
      {tile.need === 'cut_ins' && <Icon name="scissors" />}
      <Text id={`need-${tile.need.replace('_', '-')}`} args={args} />
    </strong>
  );
}

function Seen({ tile }: { tile: TileData }) {
  if (tile.seenBy === '') return null;
  const args = { by: tile.seenBy, seconds: tile.seenS };
  return (
    <span class="meta">
      <Text id={tile.seenS < 2 ? 'tile-looks' : 'tile-seen'} args={args} />
    </span>
  );
}
