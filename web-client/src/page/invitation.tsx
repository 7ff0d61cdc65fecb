/** Whoever opens an invitation says what he is called, and is staff of that workshop. */
import { useEffect, useState } from 'preact/hooks';
import { takeSecret, writeInvitedName } from '../state/kept.ts';
import { secretPlace } from '../state/staffLink.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import '../style/signin.css';

addTexts(texts);

export function Invitation() {
  const [desk] = useState(() => {
    writeInvitedName('');
    return new WorkshopDesk(null, takeSecret(secretPlace));
  });
  useEffect(() => () => desk.dispose(), [desk]);
  const code = desk.called.value?.code;
  useEffect(() => {
    if (code) location.replace(`/i/w/${code}`);
  }, [code]);
  const welcome = desk.welcome.value;
  if (desk.link.state.value.is === 'ended' || welcome?.invited === '')
    return <Plain title="refused-title" text="invited-none" />;
  if (!welcome || code) return <Skeleton />;
  return <NameForm desk={desk} title={welcome.invited} />;
}

function NameForm({ desk, title }: { desk: WorkshopDesk; title: string }) {
  const [name, setName] = useState('');
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    writeInvitedName(name);
    desk.link.send({ kind: 'beCalled', name });
  };
  return (
    <main class="sign-in">
      <h1>
        <Text id="invited-title" args={{ title }} />
      </h1>
      <p>
        <Text id="invited-lead" />
      </p>
      <form class="stack" onSubmit={go}>
        <div class="field">
          <label for="invited-name">
            <Text id="invited-name" />
          </label>
          <input
            id="invited-name"
            class="input"
            autoComplete="name"
            required
            maxLength={24}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        {desk.error.value && (
          <p class="notice notice--cut" role="alert">
            <Text id={desk.error.value} />
          </p>
        )}
        <button type="submit" class="button button--main">
          <Text id="invited-go" />
        </button>
      </form>
    </main>
  );
}
