/** A part of the page that comes in a chunk of its own: a skeleton until it is here, one thing to do
 * if it does not come. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Plain, Skeleton, Text } from './parts.tsx';

export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: (props: object) => ComponentChildren = Skeleton,
) {
  let here: ComponentType<Props> | null = null;
  const fetch = async () => {
    here ??= await load();
  };

  function Later(props: Props) {
    const [state, setState] = useState<'waits' | 'here' | 'failed'>(here ? 'here' : 'waits');
    useEffect(() => {
      fetch().then(
        () => setState('here'),
        () => setState('failed'),
      );
    }, []);
    if (state === 'failed') return <NotLoaded />;
    const Part = here;
    return Part ? <Part {...props} /> : <Meanwhile />;
  }

  /** Brings it before it is wanted. If that fails, it is tried again when it is. */
  const prefetch = () => void fetch().catch(() => {});
  return Object.assign(Later, { prefetch });
}

function NotLoaded() {
  return (
    <Plain title="not-loaded" text="not-loaded-text">
      <button type="button" class="button button--main" onClick={() => location.reload()}>
        <Text id="not-loaded-again" />
      </button>
    </Plain>
  );
}
