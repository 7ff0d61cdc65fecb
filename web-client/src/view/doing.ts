/** What keys, buttons and typed commands do with the message in the composer. */
import { type Command, parseCommand } from '../state/command.ts';
import type { Session } from '../state/session.ts';
import { mayRepair, type SendAct, sendAct } from './floorBar.ts';

function isEmpty(session: Session): boolean {
  return session.writing.outbox.value.draft.trim() === '';
}

function actOf(session: Session, by: 'enter' | 'button'): SendAct {
  return sendAct(session.way.value, session.room.value.level, by);
}

export function send(session: Session, by: 'enter' | 'button', onHelp: () => void) {
  const typed = parseCommand(session.writing.outbox.value.draft);
  if (typed) runCommand(session, typed.command, typed.rest, onHelp);
  else if (!isEmpty(session)) carryOut(session, actOf(session, by), {});
}

function carryOut(session: Session, act: SendAct, how: Parameters<Session['writing']['send']>[0]) {
  if (act === 'send') session.writing.send(how);
  else if (act === 'ask') session.writing.ask(how);
  else if (act === 'hold') session.writing.holdForMe();
  else session.tell(session.way.value === 'resting' ? 'refused-resting' : 'refused-suspended');
}

export function overToYou(session: Session) {
  if (isEmpty(session)) session.floorAct('yield');
  else carryOut(session, actOf(session, 'enter'), { yield: true });
}

export function moreToSay(session: Session) {
  if (isEmpty(session)) session.tell('more-empty');
  else carryOut(session, actOf(session, 'button'), { more: true });
}

export function setLimit(session: Session) {
  if (isEmpty(session)) session.tell('limit-empty');
  else carryOut(session, actOf(session, 'button'), { limit: true });
}

export function giveBack(session: Session) {
  const { floor } = session.room.value;
  if (mayRepair(floor, session.nowMs.value)) session.giveBack();
  else session.tell('nothing-to-give');
}

function runCommand(
  session: Session,
  command: Command | 'unknown',
  rest: string,
  onHelp: () => void,
) {
  session.writing.write(command === 'hold' ? rest : '');
  const commands: Record<Command | 'unknown', () => void> = {
    floor: () => session.tellStatus(),
    time: () => session.tellStatus(),
    hold: () => session.writing.holdForMe(),
    giveback: () => giveBack(session),
    stop: () => session.part.stop(!session.stopped.value),
    over: () => overToYou(session),
    send: () => session.writing.sendHeldForMe(),
    discard: () => session.writing.discardHeldForMe(),
    finish: () => session.finish(),
    help: onHelp,
    unknown: () => session.tell('command-unknown'),
  };
  commands[command]();
}
