/** A link by which a colleague becomes staff of this workshop, and of nothing else. */
import { useState } from 'preact/hooks';
import type { StaffRole } from '#protocol';
import { mayInvite } from '../state/staffLink.ts';
import type { WorkshopDesk } from '../state/workshopDesk.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts, say } from '../text/text.ts';
import { Dialog, Text } from './parts.tsx';

addTexts(texts);

const roles = ['invited_grader', 'invited_instructor'] as const;

export function InviteStaff({ desk }: { desk: WorkshopDesk }) {
  const [open, setOpen] = useState(false);
  const welcome = desk.welcome.value;
  if (!welcome?.staff || !mayInvite(welcome.role)) return null;
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        <Text id="invite-staff" />
      </button>
      {open && (
        <Dialog title="invite-staff" onClose={() => setOpen(false)}>
          <Invite desk={desk} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function Invite({ desk, onClose }: { desk: WorkshopDesk; onClose: () => void }) {
  const [role, setRole] = useState<StaffRole>('invited_grader');
  const ask = (on: boolean) => desk.link.send({ kind: 'invite', role, on });
  return (
    <div class="stack">
      <p>
        <Text id="invite-lead" />
      </p>
      <fieldset>
        <legend>
          <Text id="invite-role" />
        </legend>
        <div class="choices">
          {roles.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name="role"
                checked={role === one}
                onChange={() => setRole(one)}
              />
              <span>
                <Text id={`role-${one.replace('_', '-')}`} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Made desk={desk} />
      <span class="row">
        <button type="button" class="button button--main" onClick={() => ask(true)}>
          <Text id="invite-make" />
        </button>
        <button type="button" class="button" onClick={() => ask(false)}>
          <Text id="invite-end" />
        </button>
        <button type="button" class="button" onClick={onClose}>
          <Text id="close-dialog" />
        </button>
      </span>
    </div>
  );
}

/** The link that was made last, to be handed on. */
function Made({ desk }: { desk: WorkshopDesk }) {
  const [copied, setCopied] = useState('');
  const made = desk.invited.value;
  if (!made) return null;
  if (made.secret === '')
    return (
      <p class="notice" role="status">
        <Text id="invite-ended" />
      </p>
    );
  const link = `${location.origin}/i/invite#${made.secret}`;
  const copy = () => navigator.clipboard?.writeText(link).then(() => setCopied(link));
  return (
    <div class="field">
      <label for="invite-link">
        <Text id="invite-link" args={{ role: say(`role-${made.role.replace('_', '-')}`) }} />
      </label>
      <input
        id="invite-link"
        class="input"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button" onClick={copy}>
        <Text id={copied === link ? 'invite-copied' : 'invite-copy'} />
      </button>
    </div>
  );
}
