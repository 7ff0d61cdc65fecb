/** Whoever opens an invitation says what he is called, and is staff of that workshop. */
import { useEffect, useState } from 'preact/hooks';
import { takeSecret, writeInvitedName } from '../state/kept.ts';
import { secretPlace } from '../state/staffLink.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Refused } from '../view/notStaff.tsx';
import { Skeleton, Text, Warning } from '../view/parts.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';
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
    return <Refused text="invited-none" href="/" way="signin-home" />;
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
      <StaffOffline link={desk.link} />
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
        {desk.error.value && <Warning id={desk.error.value} role="alert" />}
        <button type="submit" class="button button--main">
          <Text id="invited-go" />
        </button>
      </form>
    </main>
  );
}
