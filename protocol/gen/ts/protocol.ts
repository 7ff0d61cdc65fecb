// Made by protocol/generate.mjs from roleplay.json: change that.

export const protocolName = 'hearout.1';
export const protocolVersion = 1;

/** Whoever can act on the floor. */
export type Party = 'trainee' | 'customer' | 'instructor' | 'none';
/** What a connection sees and may do. */
export type Seat = 'trainee' | 'customer' | 'observer' | 'staff';
/** What a member of staff may do; the invited ones in one workshop. */
export type StaffRole = 'instructor' | 'grader' | 'admin' | 'invited_instructor' | 'invited_grader';
/** Who plays the customer; always shown. */
export type Player = 'bot' | 'peer' | 'instructor';
export type Medium = 'text' | 'voice';
/** What a cut-in costs: delivered and charged, held back, or only noted. */
export type Mode = 'soft' | 'strict' | 'coach';
/** Coach level: hints, windows and times. */
export type Level = 'guided' | 'standard' | 'exam';
export type Phase = 'read' | 'play' | 'wrap' | 'debrief' | 'closed';
/** Who has the floor. */
export type Holder = 'none' | 'trainee' | 'customer' | 'instructor' | 'hold' | 'suspended';
/** What the holder is doing. */
export type Activity = 'active' | 'paused' | 'hold';
/** Why a pause keeps the floor. */
export type Flag = 'none' | 'more' | 'draft';
export type ComposeState = 'start' | 'keepalive' | 'stop' | 'empty';
/** A listening noise. */
export type Chip = 'none' | 'mm_hm' | 'i_see' | 'go_on';
export type FloorAct = 'yield' | 'request' | 'cancel' | 'give_back' | 'hold_start' | 'hold_end';
/** What a trainee may do beside talking. */
export type Action = 'hand_over' | 'end_by_policy';
/** What staff may do to a room in play. */
export type Control = 'pause' | 'resume' | 'barge_in_start' | 'barge_in_end' | 'tag_abusive' | 'waive' | 'end';
export type HeldWhy = 'collision' | 'attempt' | 'early' | 'void';
export type RefusedWhy = 'resting' | 'suspended' | 'instructor_holds' | 'queue_full' | 'closed';
export type DroppedWhy = 'replaced' | 'discarded' | 'ended';
/** FLOOR: how an act was judged. */
export type Verdict = 'interruption' | 'no_yield' | 'backchannel' | 'backchannel_excess' | 'collision' | 'smooth' | 'overlap_terminal' | 'short_turn' | 'customer_overlap' | 'held_early' | 'attempt' | 'resting' | 'step_in' | 'boundary' | 'grace' | 'void_link' | 'void_pause' | 'void_instructor' | 'dead_air' | 'hold_overrun' | 'unresolved';
export type Band = 'none' | 'overlap' | 'prompt' | 'considered' | 'slow' | 'dead_air' | 'too_fast';
/** Why the customer's state moved. */
export type Change = 'move' | 'cut_in' | 'chip' | 'dead_air' | 'vent_heard' | 'hold_overrun' | 'cooling' | 'silence' | 'clamp' | 'temper';
/** What a piece of evidence is. */
export type Grade = 'credit' | 'fault' | 'hint' | 'note';
/** What the machine saw, beyond the move itself. */
export type Finding = 'move' | 'premature_apology' | 'wrong_apology' | 'parroting' | 'repeat_question' | 'name_overuse' | 'summary_full' | 'summary_part' | 'summary_wrong' | 'offer_below_floor' | 'offer_counter' | 'offer_accepted' | 'offer_over_loss' | 'offer_over_authority' | 'offer_in_vent' | 'no_credit_left' | 'not_understood' | 'promise' | 'vent_heard';
export type Outcome = 'none' | 'satisfied' | 'grudging' | 'manager' | 'walk_out' | 'unresolved' | 'handed_over' | 'ended_by_policy' | 'safety_miss';
/** Is it settled for you? */
export type Answer = 'yes' | 'partly' | 'no';
export type EndReason = 'settled' | 'outcome' | 'time' | 'staff' | 'left';
export type CardPart = 'situation' | 'may_offer' | 'steps' | 'who' | 'happened' | 'feel' | 'openings' | 'facts' | 'satisfies' | 'worse' | 'limits';
/** Who plays the customer in a workshop. */
export type Pairing = 'bot' | 'pairs' | 'threes';
/** Where a workshop stands. */
export type Gathering = 'open' | 'read' | 'play' | 'wrap' | 'debrief' | 'switch' | 'over';
/** What staff may do to a workshop. */
export type Steer = 'start' | 'extend' | 'pause' | 'resume' | 'end' | 'remove' | 'apart' | 'lock' | 'shut' | 'bell' | 'block' | 'swap' | 'move' | 'bot' | 'extend_room';
/** What a person does who has nobody to practise with. */
export type Choice = 'bot' | 'watch' | 'wait';
/** Why a person in a workshop is asked what he would like. */
export type Asked = 'nothing' | 'trainee_lost' | 'alone';
/** What a room's instructor should know first. */
export type Need = 'none' | 'help' | 'stopped' | 'lost' | 'anger' | 'cut_ins' | 'not_begun' | 'silent' | 'colleague' | 'reported';
/** A named refusal; the page has the words. */
export type Error = 'malformed' | 'version' | 'not_found' | 'denied' | 'not_stored' | 'too_long' | 'too_fast' | 'wrong_phase' | 'seat_taken' | 'full' | 'conflict' | 'incomplete' | 'reason_wanted' | 'stopping';
/** How far a recipient has come: what he may see grows with it. From rated on his own view is in; released: and the marks are, too. */
export type Stage = 'play' | 'debrief' | 'rated' | 'released';
/** The item bank of grading. */
export type Item = 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'E1' | 'E2' | 'E3' | 'E4' | 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'B1' | 'B2' | 'C1' | 'C2';
/** Where a mark comes from. */
export type MarkSource = 'human' | 'hint' | 'machine';
export type Moment = 'good' | 'growth' | 'flag';
/** What fails a session whatever its total: demeaning words, a lie not corrected, forbidden personal data, no next step. */
export type Critical = 'K1' | 'K2' | 'K3' | 'K4';
/** What a person writes in the debrief. */
export type Note = 'feel' | 'keep' | 'try' | 'helped' | 'would_help' | 'hoped';
/** What the customer's player says of the trainee's listening. */
export type Recognition = 'thats_right' | 'feel_heard';
/** Why somebody pressed Stop; told to staff alone. */
export type StopWhy = 'break' | 'beyond' | 'technical';
/** Whether the session passes. */
export type Passing = 'passed' | 'total_low' | 'floor_low' | 'critical' | 'not_gradable';

export interface LoggedMove {
  /** enum rp_move */
  move: number;
  /** false: a hint, which moves no state */
  confident: boolean;
  /** enum rp_reason */
  reason: number;
  score: number;
  /** evidence span, bytes in the line */
  begin: number;
  end: number;
}

export interface LoggedQuantity {
  /** enum rp_quantity_kind */
  kind: number;
  value: number;
  begin: number;
  end: number;
}

export interface MethodItem {
  item: Item;
  weight: number;
}

export interface ItemText {
  item: Item;
  weight: number;
  name: string;
  /** what levels 1 to 5 look like */
  anchors: string[];
}

export interface OwnMark {
  item: Item;
  /** 0: not applicable */
  level: number;
}

export interface CardSection {
  part: CardPart;
  lines: string[];
  /** bit i: line i is something to tell, to be ticked once it is told */
  ticks: number;
}

export interface ScenarioEntry {
  id: string;
  title: string;
  lang: string;
}

export interface RoomEntry {
  room: string;
  title: string;
  trainee: string;
  customer: string;
  player: Player;
  phase: Phase;
  anger: number;
  score: number;
}

export interface WorkshopEntry {
  code: string;
  title: string;
  phase: Gathering;
  people: number;
  /** 0: none yet */
  session: number;
  sessions: number;
}

export interface SignInEntry {
  /** signed in so long ago */
  ageS: number;
  /** the last message came so long ago */
  idleS: number;
  /** the one that asks */
  here: boolean;
}

export interface Member {
  person: number;
  name: string;
  here: boolean;
  /** asked for help so long ago; 0: did not */
  helpS: number;
  /** from 1; 0: in the lobby */
  group: number;
  seat: Seat;
  /** his time allowance */
  timePct: number;
  /** whom he stays with, from 1; 0: nobody */
  locked: number;
  asked: Asked;
}

export interface Story {
  scenario: string;
}

export interface Two {
  a: number;
  b: number;
}

export interface MethodEntry {
  id: string;
  title: string;
}

/** One room on the wall. */
export interface Tile {
  /** from 1 */
  group: number;
  room: string;
  trainee: string;
  /** empty: the bot */
  customer: string;
  observer: string;
  player: Player;
  phase: Phase;
  holder: Holder;
  anger: number;
  /** a minute ago */
  angerBefore: number;
  score: number;
  /** in the last 90 s */
  cutIns: number;
  attention: number;
  need: Need;
  /** for how long */
  needS: number;
  /** the latest line */
  last: string;
  /** who of the staff looked last; empty: nobody in the last hour */
  seenBy: string;
  /** so long ago; 0: is looking */
  seenS: number;
  /** played so far */
  playS: number;
  /** abuse was reported so long ago, and no staff looked since; 0: was not */
  reportedS: number;
  reportedBy: Seat;
}

/** One ended room whose marks are not out. */
export interface QueueEntry {
  session: number;
  /** from 1 */
  group: number;
  trainee: string;
  /** since it ended */
  ageS: number;
  /** that wait to be accepted */
  hints: number;
  /** items so far */
  marked: number;
  items: number;
  /** 0: the group's first room in the session; people who were placed anew began another */
  take: number;
  /** abuse outside of the role was reported in it */
  reported: boolean;
}

export interface PinnedLine {
  party: Party;
  text: string;
}

/** The first message on every connection. */
export interface HelloMessage {
  kind: 'hello';
  /** the newest version the client speaks */
  version: number;
  /** this tab, so that its own reconnect is no takeover */
  tab: string;
  /** what stood after # in the link: a seat's or the staff's */
  secret?: string;
}

/** Take a seat: the one the secret opens, else a trainee's in a new practice room. */
export interface JoinMessage {
  kind: 'join';
  scenario: string;
  /** 1 to 24 characters */
  name: string;
  /** time allowance */
  timePct: number;
  level: Level;
  /** how upset the customer is: 1 puzzled to 5 abusive */
  heat: number;
}

/** Back to a seat after a lost link or a reload. */
export interface ResumeMessage {
  kind: 'resume';
  token: string;
  /** the last event seen; 0: all */
  n: number;
}

export interface WatchMessage {
  kind: 'watch';
  room: string;
  n: number;
}

export interface ListRoomsMessage {
  kind: 'listRooms';
}

/** The card is read. */
export interface ReadyMessage {
  kind: 'ready';
}

export interface ComposeMessage {
  kind: 'compose';
  state: ComposeState;
}

/** A message, or a listening chip. Sending the same id again changes nothing and is acknowledged again. */
export interface SayMessage {
  kind: 'say';
  /** the sender's own number, rising */
  id: number;
  text: string;
  /** more to say */
  more: boolean;
  /** over to you */
  yield: boolean;
  chip: Chip;
  /** send the held one, as it is or changed */
  confirm: boolean;
  /** sets a limit */
  limit: boolean;
  /** the floor number on screen; can only remove an excuse */
  floorSeen: number;
}

export interface FloorActMessage {
  kind: 'floorAct';
  act: FloorAct;
  /** length named for a hold; 0: none */
  expectMs: number;
}

/** Take back a held message. */
export interface DiscardMessage {
  kind: 'discard';
  line: number;
}

/** Asks the customer whether it is settled, and ends the session. */
export interface CloseMessage {
  kind: 'close';
  /** a peer customer's own answer */
  answer?: Answer;
}

/** Freezes the room for both (true), or lets it go on (false). */
export interface StopMessage {
  kind: 'stop';
  on: boolean;
}

/** Acts on the watched room. */
export interface ControlMessage {
  kind: 'control';
  what: Control;
  /** waive: the act */
  actMs: number;
  reason: string;
}

/** Asks for the whole log as the debrief may show it. */
export interface RecallMessage {
  kind: 'recall';
}

/** Brings in a colleague with a briefing, or ends the talk by the firm's policy with a reason. */
export interface ActionMessage {
  kind: 'action';
  /** numbered together with say.id */
  id: number;
  what: Action;
  text: string;
}

/** Says that a piece of evidence is wrong: it is excluded, and both values stay. */
export interface ContestMessage {
  kind: 'contest';
  line: number;
  finding: Finding;
  move: number;
}

/** Ticks a line of his card's facts as told, or takes the tick back. */
export interface TellMessage {
  kind: 'tell';
  /** of the card's facts, from 0 */
  line: number;
  on: boolean;
}

/** How angry the customer is, as his player sets it. */
export interface TemperMessage {
  kind: 'temper';
  level: number;
}

/** That's right, or I feel heard: said of a line of the trainee's. */
export interface RecogniseMessage {
  kind: 'recognise';
  what: Recognition;
  line: number;
}

/** Abuse outside of the role: staff are told, with the last 20 messages. */
export interface ReportMessage {
  kind: 'report';
  /** in his own words; may be empty */
  text: string;
}

/** Why he pressed Stop, for staff alone. */
export interface StopWhyMessage {
  kind: 'stopWhy';
  why: StopWhy;
}

/** An observer's own level of an item. */
export interface ViewMessage {
  kind: 'view';
  id: number;
  item: Item;
  /** 0: not applicable */
  level: number;
}

/** Another time allowance, before play begins. */
export interface ComfortMessage {
  kind: 'comfort';
  timePct: number;
}

/** Takes over as the customer of the watched room, or hands back to whom it was taken from. He then sends say, compose, floor_act, close, tell, temper and recognise as the customer. */
export interface PlayCustomerMessage {
  kind: 'playCustomer';
  on: boolean;
}

/** Joins as the colleague whom the trainee has asked for, or leaves; with that the talk is handed over. */
export interface ColleagueMessage {
  kind: 'colleague';
  on: boolean;
}

export interface ColleagueSayMessage {
  kind: 'colleagueSay';
  /** the sender's own number, for the ack */
  id: number;
  text: string;
}

/** Shows these lines of the watched room on the projector, without names, or none any more. */
export interface PinMessage {
  kind: 'pin';
  first: number;
  last: number;
  on: boolean;
}

/** Marks an item. Refused with conflict when somebody else was first, and with reason_wanted once the marks are released. */
export interface MarkMessage {
  kind: 'mark';
  /** the sender's own number, for the ack */
  id: number;
  item: Item;
  /** 0: not applicable */
  level: number;
  /** of the mark that is on screen; 0: none yet */
  version: number;
  /** the hint, as it was shown */
  accepts: boolean;
  /** of a change after the release */
  reason: string;
}

/** The overall view, before the total is told. */
export interface OverallMessage {
  kind: 'overall';
  id: number;
  level: number;
}

export interface MomentMessage {
  kind: 'moment';
  id: number;
  line: number;
  moment: Moment;
  /** false: taken back */
  on: boolean;
  /** an observer's: what of it shows there */
  item?: Item;
}

export interface CriticalMessage {
  kind: 'critical';
  id: number;
  critical: Critical;
  /** the line that shows it */
  cited: number;
  on: boolean;
  reason: string;
}

/** Sends the debrief in 10 s, or takes that back until then. */
export interface ReleaseMessage {
  kind: 'release';
  id: number;
  on: boolean;
}

/** To the trainee alone. */
export interface WhisperMessage {
  kind: 'whisper';
  id: number;
  text: string;
}

/** His own view of the method's items, once. */
export interface RateSelfMessage {
  kind: 'rateSelf';
  marks: OwnMark[];
}

export interface NoteMessage {
  kind: 'note';
  note: Note;
  text: string;
  /** hoped: the line that cut in */
  cited?: number;
}

/** How well the customer's player was heard. */
export interface FeltHeardMessage {
  kind: 'feltHeard';
  level: number;
}

/** A new room that goes on from that moment of an ended one with the bot. */
export interface TryAgainMessage {
  kind: 'tryAgain';
  atMs: number;
}

/** Come into a workshop by its code. */
export interface EnterMessage {
  kind: 'enter';
  /** case, spaces and hyphens do not count */
  code: string;
  /** 1 to 24 characters */
  name: string;
  timePct: number;
  /** of an earlier place in it on this device */
  token?: string;
}

/** Back into a workshop after a lost link or a reload, and to the seat there. */
export interface ComeBackMessage {
  kind: 'comeBack';
  token: string;
  /** the room that n counts */
  room: string;
  /** the last event seen; 0: all */
  n: number;
}

/** Back into a workshop on another device. */
export interface ChangeDeviceMessage {
  kind: 'changeDevice';
  code: string;
  name: string;
  /** the 4 digits; they are void after 5 wrong tries */
  pin: string;
}

/** What everybody in the room may see of a workshop. */
export interface ProjectMessage {
  kind: 'project';
  code: string;
}

export interface OpenWorkshopMessage {
  kind: 'openWorkshop';
  title: string;
  pairing: Pairing;
  scenario: string;
  level: Level;
  heat: number;
  sessions: number;
  readMs: number;
  playMs: number;
  debriefMs: number;
  switchMs: number;
  /** else the server's */
  method?: string;
  /** after the first: sessions go through them */
  stories?: Story[];
  /** so long a session waits for rooms that have more time */
  bufferMs?: number;
  /** of every wait for people who are lost or alone, else all of it */
  patiencePct?: number;
  /** what people are to know before they come in, else the page's own words */
  consent?: string;
}

export interface WatchWorkshopMessage {
  kind: 'watchWorkshop';
  code: string;
}

/** Watches a room of the watched workshop. */
export interface WatchGroupMessage {
  kind: 'watchGroup';
  /** 0: the one that runs */
  session: number;
  group: number;
  n: number;
  /** of a session that is named: 0 is the first room; left out: the first that waits for its marks */
  take?: number;
}

/** Acts on the watched workshop. */
export interface SteerMessage {
  kind: 'steer';
  what: Steer;
  /** remove, block, apart, lock, swap, move, bot; extend_room: the group, from 1 */
  person: number;
  /** apart, lock, swap; move: the group, from 1 */
  other: number;
  /** apart, lock, shut: or no longer */
  on: boolean;
}

/** A person in a workshop asks for an instructor, or needs him no more. */
export interface AskHelpMessage {
  kind: 'askHelp';
  on: boolean;
}

/** A person in a workshop who was asked says what he would like. */
export interface ChooseMessage {
  kind: 'choose';
  what: Choice;
}

/** Whether the code opens a workshop, before a name is given: its lobby and consent, or not_found. */
export interface LookUpMessage {
  kind: 'lookUp';
  code: string;
}

export interface ListMethodsMessage {
  kind: 'listMethods';
}

export interface ListWorkshopsMessage {
  kind: 'listWorkshops';
}

/** Makes a link by which others become staff of the watched workshop, or ends all of them. */
export interface InviteMessage {
  kind: 'invite';
  /** invited_instructor or invited_grader */
  role: StaffRole;
  /** false: every link and whoever came by one */
  on: boolean;
}

/** Whoever came by an invitation says what he is called, and is staff from then on. */
export interface BeCalledMessage {
  kind: 'beCalled';
  /** 1 to 24 characters */
  name: string;
}

/** Where one's own account is signed in. */
export interface ListSignInsMessage {
  kind: 'listSignIns';
}

export interface OutWelcome {
  kind: 'welcome';
  version: number;
  server: string;
  staff: boolean;
  scenarios: ScenarioEntry[];
  /** of staff */
  role: StaffRole;
  /** what staff are called in marks */
  name: string;
  /** the workshop whose invitation the secret is: be_called is wanted */
  invited: string;
}

/** Your seat. Events from your n on follow. */
export interface OutSeated {
  kind: 'seated';
  room: string;
  seat: Seat;
  /** for the next resume; used once */
  token: string;
  title: string;
  /** the customer's name in the story */
  customer: string;
  /** how he is spoken of: Mr Cole */
  address: string;
  lang: string;
  /** the newest say.id of this seat that is stored */
  lastId: number;
  /** session time */
  nowMs: number;
  clockRuns: boolean;
  card: CardSection[];
}

/** One event of the room, as this seat may see it. Counted by the batch's n. */
export interface OutEvent {
  kind: 'event';
  atMs: number;
  event: RoomEvent;
}

/** Your say is stored. */
export interface OutAck {
  kind: 'ack';
  id: number;
  line: number;
}

export interface OutError {
  kind: 'error';
  code: Error;
  /** the message number or say.id it answers; stopping: in so many seconds */
  ref: number;
}

export interface OutRooms {
  kind: 'rooms';
  rooms: RoomEntry[];
}

/** One event of the log as the debrief shows it; not counted. */
export interface OutRecalled {
  kind: 'recalled';
  atMs: number;
  event: RoomEvent;
}

export interface OutRecalledAll {
  kind: 'recalledAll';
  count: number;
}

/** Your measured round trip, for the slow-link badge. */
export interface OutLink {
  kind: 'link';
  rttMs: number;
}

/** Your report is stored, and staff are told. */
export interface OutReportKept {
  kind: 'reportKept';
}

/** What the session is graded by, in words. */
export interface OutMethod {
  kind: 'method';
  id: string;
  title: string;
  items: ItemText[];
}

/** The new room, and the token that opens its seat. */
export interface OutBranched {
  kind: 'branched';
  room: string;
  token: string;
}

/** What a workshop can be graded by; the server's own first. */
export interface OutMethods {
  kind: 'methods';
  methods: MethodEntry[];
}

/** You are in the workshop. */
export interface OutMember {
  kind: 'member';
  code: string;
  name: string;
  /** for the next come_back; used once */
  token: string;
  /** told once, at the first coming */
  pin: string;
}

/** What everybody may see of the workshop. */
export interface OutLobby {
  kind: 'lobby';
  /** empty: nobody may come in any more */
  code: string;
  title: string;
  phase: Gathering;
  /** 0: open end */
  leftMs: number;
  paused: boolean;
  /** who are here */
  people: number;
  /** begun so far */
  session: number;
  sessions: number;
  /** you have a seat */
  placed: boolean;
  /** you asked for help */
  help: boolean;
  bells: number;
  /** until the next session begins, as planned; 0: none is planned */
  nextMs: number;
  /** for two minutes and more */
  staffAway: boolean;
  /** choose is wanted */
  asked: Asked;
  /** a choice: there is a room to watch */
  mayWatch: boolean;
}

/** What its staff see of it. */
export interface OutWorkshop {
  kind: 'workshop';
  code: string;
  /** the code opens nothing any more */
  shut: boolean;
  title: string;
  phase: Gathering;
  /** 0: open end */
  leftMs: number;
  paused: boolean;
  pairing: Pairing;
  session: number;
  sessions: number;
  people: Member[];
  /** who are kept apart */
  apart: Two[];
}

/** Some of its rooms, every 0.6 s. */
export interface OutWall {
  kind: 'wall';
  /** there are so many */
  rooms: number;
  tiles: Tile[];
}

/** What people are to know before they come into the workshop. */
export interface OutConsent {
  kind: 'consent';
  /** empty: the page's own words */
  text: string;
  /** after which names and texts are erased */
  days: number;
}

/** Rooms that have ended and wait for their marks, the oldest first, to staff. */
export interface OutQueue {
  kind: 'queue';
  /** all of them */
  waiting: number;
  rooms: QueueEntry[];
}

/** Who has the floor in the rooms that play now, to the projector: how many rooms each. */
export interface OutLane {
  kind: 'lane';
  customer: number;
  trainee: number;
  open: number;
}

/** The moment that all look at, to the projector and staff; no lines: none. Names are hidden. */
export interface OutPinned {
  kind: 'pinned';
  lines: PinnedLine[];
}

/** To whoever plays the customer as staff, and no longer. */
export interface OutPlaying {
  kind: 'playing';
  on: boolean;
  /** the newest say.id of that seat */
  lastId: number;
}

/** Those that are not over, the newest first. */
export interface OutWorkshops {
  kind: 'workshops';
  workshops: WorkshopEntry[];
}

/** A link that makes staff of the workshop, or none any more. */
export interface OutInvited {
  kind: 'invited';
  role: StaffRole;
  /** stands behind # in it; empty: every link has ended */
  secret: string;
}

/** You are staff of this workshop. */
export interface OutCalled {
  kind: 'called';
  code: string;
  role: StaffRole;
  name: string;
}

/** Where your account is signed in, this place first. */
export interface OutSignIns {
  kind: 'signIns';
  firm: string;
  /** empty: you came by a link and have no account */
  login: string;
  signIns: SignInEntry[];
}

/** input: the header of every log. */
export interface EventOpened {
  kind: 'opened';
  scenario?: string;
  scenarioHash?: string;
  /** floor configuration, every value, name=value lines */
  config?: string;
  recogniserHash?: string;
  engine?: string;
  seed?: number;
  medium: Medium;
  mode: Mode;
  level: Level;
  player: Player;
  readMs: number;
  playMs: number;
  wrapMs: number;
  heat?: number;
}

/** input: somebody took a seat. */
export interface EventSeated {
  kind: 'seated';
  seat: Seat;
  player: Player;
  timePct?: number;
  name: string;
}

/** input */
export interface EventReady {
  kind: 'ready';
  seat: Seat;
}

/** input or act: typing signs. */
export interface EventCompose {
  kind: 'compose';
  party: Party;
  state: ComposeState;
  rttMs?: number;
  stallMs?: number;
}

/** input or act: a message arrived; what became of it is told by delivered, held, refused. */
export interface EventSend {
  kind: 'send';
  line: number;
  party: Party;
  sendId: number;
  /** the bot's scenario line; 0: typed */
  say: number;
  words: number;
  more: boolean;
  yield: boolean;
  chip: Chip;
  confirm: boolean;
  limit: boolean;
  floorSeen: number;
  rttMs: number;
  stallMs: number;
  /** the bot says it again after a cut-in */
  again: boolean;
}

/** input */
export interface EventFloorAct {
  kind: 'floorAct';
  party: Party;
  act: FloorAct;
  expectMs: number;
  rttMs: number;
}

/** input: a held message taken back. */
export interface EventDiscard {
  kind: 'discard';
  line: number;
}

/** input: staff, Stop, or an outage of the server acts on the room. */
export interface EventControl {
  kind: 'control';
  what: Control;
  by: Seat;
  /** no process owned the room */
  outage: boolean;
  actMs: number;
  /** the reason given; 0: none */
  line: number;
  text: string;
}

/** input: a principal's connection was lost or is back. */
export interface EventLink {
  kind: 'link';
  party: Party;
  up: boolean;
}

/** input: what the recogniser read in a line. */
export interface EventUnderstood {
  kind: 'understood';
  line: number;
  moves: LoggedMove[];
  quantities: LoggedQuantity[];
  /** bit i: a question that fits fact i */
  asked: number;
  /** bit i: gives fact i back */
  told: number;
  contradicted: number;
  apologyFor: number;
  remedies: number;
  words: number;
  questions: number;
  nameUses: number;
  shouting: boolean;
}

/** input: a side ends the session; answer is a peer customer's. */
export interface EventClose {
  kind: 'close';
  party: Party;
  answered: boolean;
  answer: Answer;
}

/** input: a hand-over with its briefing, or an end by policy with its reason. */
export interface EventAction {
  kind: 'action';
  what: Action;
  line: number;
  sendId: number;
  text: string;
  /** so long staff may join as the colleague; 0: nobody would */
  offerMs?: number;
}

/** input: a piece of evidence that a person says is wrong. */
export interface EventContested {
  kind: 'contested';
  by: Seat;
  line: number;
  finding: Finding;
  move: number;
}

/** act: the room's clock. */
export interface EventPhase {
  kind: 'phase';
  phase: Phase;
  /** 0: open end */
  endsMs: number;
}

/** act: what the bot says next opens another vent, or is abusive. */
export interface EventMood {
  kind: 'mood';
  vents: boolean;
  abusive: boolean;
}

/** derived: the picture of the floor after this moment. */
export interface EventFloor {
  kind: 'floor';
  number: number;
  holder: Holder;
  activity: Activity;
  flag: Flag;
  vent: boolean;
  sinceMs: number;
  /** when the floor opens by itself; 0: not armed */
  untilMs: number;
  restUntilMs?: number;
  repairUntilMs?: number;
  /** from then on stepping in is free */
  stepInMs?: number;
  queued: Party;
}

/** derived: a line of the transcript. */
export interface EventDelivered {
  kind: 'delivered';
  line: number;
  party: Party;
  more: boolean;
  chip: Chip;
  /** said again after a cut-in */
  again: boolean;
  /** when it was sent, before it was held */
  writtenMs: number;
  say?: number;
  text: string;
}

/** derived: kept back for its writer. */
export interface EventHeld {
  kind: 'held';
  line: number;
  why: HeldWhy;
  /** the customer has spoken since: wants a confirm */
  stale: boolean;
  text: string;
}

/** derived: not taken; the draft stays with its writer, who alone is told (and staff). */
export interface EventRefused {
  kind: 'refused';
  party: Party;
  sendId: number;
  line: number;
  why: RefusedWhy;
}

/** derived: a held message is gone. */
export interface EventDropped {
  kind: 'dropped';
  line: number;
  why: DroppedWhy;
}

/** derived: how an act was judged, with the numbers compared. */
export interface EventVerdict {
  kind: 'verdict';
  actMs: number;
  decidedMs: number;
  /** 0: no line */
  line: number;
  party: Party;
  verdict: Verdict;
  penalty: boolean;
  floorTaken: boolean;
  delivered: boolean;
  vent: boolean;
  base?: number;
  points?: number;
  wouldBePoints?: number;
  rule?: string;
  measuredMs?: number;
  limitMs?: number;
  marginMs?: number;
  rttMs?: number;
}

/** derived: the customer was cut off by this line; he will say it again. */
export interface EventCutIn {
  kind: 'cutIn';
  line: number;
  /** the customer's last line before it; 0: his first */
  cutLine: number;
}

/** derived: given back within the time for it. */
export interface EventRepaired {
  kind: 'repaired';
  actMs: number;
  pointsBack?: number;
}

/** derived: the instructor took a charge back. */
export interface EventWaived {
  kind: 'waived';
  actMs: number;
  pointsBack?: number;
}

/** derived: the floor went to somebody. */
export interface EventTransfer {
  kind: 'transfer';
  from: Party;
  to: Party;
  atMs: number;
  hasOffset: boolean;
  offsetMs: number;
  band: Band;
}

/** derived: one change of the customer's state, and the values after it. */
export interface EventDelta {
  kind: 'delta';
  /** the trainee's line that caused it; 0: an event of the floor */
  line: number;
  change: Change;
  /** with change move: enum rp_move */
  move: number;
  begin: number;
  end: number;
  finding: Finding;
  anger: number;
  trust: number;
  heard: number;
  /** need to be understood */
  grasped: number;
  angerNow: number;
  trustNow: number;
  heardNow: number;
  graspedNow: number;
}

/** derived: a fact about a turn, with its quote. */
export interface EventEvidence {
  kind: 'evidence';
  line: number;
  grade: Grade;
  finding: Finding;
  move: number;
  begin: number;
  end: number;
  /** an amount in minor units, or a share in percent */
  value: number;
}

/** derived: the customer told a fact. */
export interface EventRevealed {
  kind: 'revealed';
  fact: number;
  key: boolean;
  /** a player took his tick back */
  undone: boolean;
}

/** derived: how it ended. */
export interface EventOutcome {
  kind: 'outcome';
  outcome: Outcome;
  reason: EndReason;
  answer: Answer;
}

/** derived: the floor score after this moment. */
export interface EventScore {
  kind: 'score';
  floorScore: number;
  interruptions: number;
}

/** input: the customer's player sets how angry he is; derived: how angry a person takes him over. */
export interface EventTemper {
  kind: 'temper';
  level: number;
}

/** input: the customer's player has told that line of his card's facts; derived: the bot had. */
export interface EventTold {
  kind: 'told';
  line: number;
  on: boolean;
}

/** input: the customer's player recognises how the trainee listened. */
export interface EventRecognised {
  kind: 'recognised';
  what: Recognition;
  /** the trainee's line */
  cited: number;
}

/** input: abuse outside of the role, with the messages that show it. */
export interface EventReported {
  kind: 'reported';
  by: Seat;
  /** the first of the lines cited */
  from: number;
  /** and the last */
  upto: number;
  /** his own words; 0: none */
  line: number;
  text: string;
}

/** input */
export interface EventStopReason {
  kind: 'stopReason';
  by: Seat;
  why: StopWhy;
}

/** input: a moment that the observer noted. */
export interface EventObservedMoment {
  kind: 'observedMoment';
  cited: number;
  moment: Moment;
  on: boolean;
  hasItem: boolean;
  item: Item;
}

/** input: the observer's own level of an item. */
export interface EventObservedView {
  kind: 'observedView';
  item: Item;
  /** 0: not applicable */
  level: number;
}

/** input: a person asks for another time allowance. */
export interface EventWorkshopComfort {
  kind: 'workshopComfort';
  person: number;
  timePct: number;
}

/** derived: a colleague may join until then; 0: nobody came. */
export interface EventColleagueOffer {
  kind: 'colleagueOffer';
  untilMs: number;
}

/** input: staff joined as the colleague, or left. */
export interface EventColleague {
  kind: 'colleague';
  on: boolean;
  by: string;
}

/** input: what he said. */
export interface EventColleagueSaid {
  kind: 'colleagueSaid';
  line: number;
  text: string;
}

/** input: the method, by its items and weights, so that the log decides itself. */
export interface EventGradedBy {
  kind: 'gradedBy';
  method: string;
  hash?: string;
  items: MethodItem[];
}

/** input: a grader's mark. Every version stays. */
export interface EventMark {
  kind: 'mark';
  item: Item;
  /** 0: not applicable */
  level: number;
  /** of the mark that it replaces; 0: the first */
  version: number;
  source: MarkSource;
  by: string;
  /** the reason given; 0: none */
  line: number;
  text: string;
}

/** input: the grader's overall view. */
export interface EventOverall {
  kind: 'overall';
  level: number;
  by: string;
}

/** input: a moment worth looking at. */
export interface EventMoment {
  kind: 'moment';
  cited: number;
  moment: Moment;
  on: boolean;
  by: string;
}

/** input */
export interface EventCritical {
  kind: 'critical';
  critical: Critical;
  cited: number;
  on: boolean;
  by: string;
  /** the reason given */
  line: number;
  text: string;
}

/** input: the debrief is to be sent, or not after all. */
export interface EventRelease {
  kind: 'release';
  on: boolean;
  by: string;
}

/** input: a coach to the trainee alone. */
export interface EventWhisper {
  kind: 'whisper';
  line?: number;
  text: string;
}

/** input: the trainee's own view is in. */
export interface EventRatedSelf {
  kind: 'ratedSelf';
  marks: OwnMark[];
}

/** input: what the trainee writes in the debrief. */
export interface EventNote {
  kind: 'note';
  note: Note;
  line?: number;
  text: string;
  /** hoped: the line that cut in */
  cited: number;
}

/** input: the customer's player's answer. */
export interface EventFeltHeard {
  kind: 'feltHeard';
  level: number;
}

/** input: what helped the customer's player, and what would have. */
export interface EventCustomerNote {
  kind: 'customerNote';
  note: Note;
  line?: number;
  text: string;
}

/** act: the marks are out. */
export interface EventReleased {
  kind: 'released';
  by: string;
}

/** derived: a level that the evidence suggests. It counts for nothing until a person accepts it. */
export interface EventHint {
  kind: 'hint';
  item: Item;
  /** 0: no longer any */
  level: number;
  /** the line that shows it; 0: none does */
  cited: number;
}

/** derived: what the marks come to. Told once the overall view is in. */
export interface EventGraded {
  kind: 'graded';
  rubric: number;
  floor: number;
  total: number;
  passing: Passing;
}

/** input: staff gave more time to this phase. */
export interface EventExtended {
  kind: 'extended';
  moreMs: number;
}

/** input: the header of a workshop's log. Its title is the name of person 0. */
export interface EventWorkshopOpened {
  kind: 'workshopOpened';
  code: string;
  seed: number;
  pairing: Pairing;
  scenario: string;
  level: Level;
  heat: number;
  sessions: number;
  readMs: number;
  playMs: number;
  wrapMs: number;
  debriefMs: number;
  switchMs: number;
  method: string;
  stories: Story[];
  bufferMs: number;
  patiencePct: number;
}

/** input: somebody new. People are counted from 0, and named from 1. */
export interface EventWorkshopCame {
  kind: 'workshopCame';
  person: number;
  timePct: number;
}

/** input: a person's connection was lost or is back. */
export interface EventWorkshopLink {
  kind: 'workshopLink';
  person: number;
  up: boolean;
}

/** input: staff act. */
export interface EventWorkshopSteered {
  kind: 'workshopSteered';
  what: Steer;
  person: number;
  other: number;
  on: boolean;
}

/** input */
export interface EventWorkshopHelp {
  kind: 'workshopHelp';
  person: number;
  on: boolean;
}

/** input: the first of the staff came, or the last left. */
export interface EventWorkshopStaff {
  kind: 'workshopStaff';
  here: boolean;
}

/** input: nothing but the time, so that a restart knows it. */
export interface EventWorkshopBeat {
  kind: 'workshopBeat';
  phase: Gathering;
}

/** input: a person who was asked. */
export interface EventWorkshopChose {
  kind: 'workshopChose';
  person: number;
  what: Choice;
}

export type ToServer =
  | HelloMessage
  | JoinMessage
  | ResumeMessage
  | WatchMessage
  | ListRoomsMessage
  | ReadyMessage
  | ComposeMessage
  | SayMessage
  | FloorActMessage
  | DiscardMessage
  | CloseMessage
  | StopMessage
  | ControlMessage
  | RecallMessage
  | ActionMessage
  | ContestMessage
  | TellMessage
  | TemperMessage
  | RecogniseMessage
  | ReportMessage
  | StopWhyMessage
  | ViewMessage
  | ComfortMessage
  | PlayCustomerMessage
  | ColleagueMessage
  | ColleagueSayMessage
  | PinMessage
  | MarkMessage
  | OverallMessage
  | MomentMessage
  | CriticalMessage
  | ReleaseMessage
  | WhisperMessage
  | RateSelfMessage
  | NoteMessage
  | FeltHeardMessage
  | TryAgainMessage
  | EnterMessage
  | ComeBackMessage
  | ChangeDeviceMessage
  | ProjectMessage
  | OpenWorkshopMessage
  | WatchWorkshopMessage
  | WatchGroupMessage
  | SteerMessage
  | AskHelpMessage
  | ChooseMessage
  | LookUpMessage
  | ListMethodsMessage
  | ListWorkshopsMessage
  | InviteMessage
  | BeCalledMessage
  | ListSignInsMessage;
export type ToClient =
  | OutWelcome
  | OutSeated
  | OutEvent
  | OutAck
  | OutError
  | OutRooms
  | OutRecalled
  | OutRecalledAll
  | OutLink
  | OutReportKept
  | OutMethod
  | OutBranched
  | OutMethods
  | OutMember
  | OutLobby
  | OutWorkshop
  | OutWall
  | OutConsent
  | OutQueue
  | OutLane
  | OutPinned
  | OutPlaying
  | OutWorkshops
  | OutInvited
  | OutCalled
  | OutSignIns;
export type RoomEvent =
  | EventOpened
  | EventSeated
  | EventReady
  | EventCompose
  | EventSend
  | EventFloorAct
  | EventDiscard
  | EventControl
  | EventLink
  | EventUnderstood
  | EventClose
  | EventAction
  | EventContested
  | EventPhase
  | EventMood
  | EventFloor
  | EventDelivered
  | EventHeld
  | EventRefused
  | EventDropped
  | EventVerdict
  | EventCutIn
  | EventRepaired
  | EventWaived
  | EventTransfer
  | EventDelta
  | EventEvidence
  | EventRevealed
  | EventOutcome
  | EventScore
  | EventTemper
  | EventTold
  | EventRecognised
  | EventReported
  | EventStopReason
  | EventObservedMoment
  | EventObservedView
  | EventWorkshopComfort
  | EventColleagueOffer
  | EventColleague
  | EventColleagueSaid
  | EventGradedBy
  | EventMark
  | EventOverall
  | EventMoment
  | EventCritical
  | EventRelease
  | EventWhisper
  | EventRatedSelf
  | EventNote
  | EventFeltHeard
  | EventCustomerNote
  | EventReleased
  | EventHint
  | EventGraded
  | EventExtended
  | EventWorkshopOpened
  | EventWorkshopCame
  | EventWorkshopLink
  | EventWorkshopSteered
  | EventWorkshopHelp
  | EventWorkshopStaff
  | EventWorkshopBeat
  | EventWorkshopChose;

/** How a field stands in a frame. Optional: it may be nil, or absent where only such follow. */
export type Field =
  | readonly [name: string, kind: 'b' | 'v', optional: 0 | 1]
  | readonly [name: string, kind: 'i', optional: 0 | 1, least: number, greatest: number]
  | readonly [name: string, kind: 's', optional: 0 | 1, bytes: number, chars: number]
  | readonly [name: string, kind: 'e', optional: 0 | 1, of: string]
  | readonly [name: string, kind: 'l', optional: 0 | 1, of: string, items: number];

/** By number: the kind of message and its fields, in order. */
export type Messages = Readonly<Record<number, readonly [kind: string, fields: readonly Field[]]>>;

export interface Shapes {
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly structs: Readonly<Record<string, readonly Field[]>>;
  readonly toServer: Messages;
  readonly toClient: Messages;
  readonly events: Messages;
}

export const shapes: Shapes = {
  enums: {
    party: ["trainee","customer","instructor","none"],
    seat: ["trainee","customer","observer","staff"],
    staff_role: ["instructor","grader","admin","invited_instructor","invited_grader"],
    player: ["bot","peer","instructor"],
    medium: ["text","voice"],
    mode: ["soft","strict","coach"],
    level: ["guided","standard","exam"],
    phase: ["read","play","wrap","debrief","closed"],
    holder: ["none","trainee","customer","instructor","hold","suspended"],
    activity: ["active","paused","hold"],
    flag: ["none","more","draft"],
    compose_state: ["start","keepalive","stop","empty"],
    chip: ["none","mm_hm","i_see","go_on"],
    floor_act: ["yield","request","cancel","give_back","hold_start","hold_end"],
    action: ["hand_over","end_by_policy"],
    control: ["pause","resume","barge_in_start","barge_in_end","tag_abusive","waive","end"],
    held_why: ["collision","attempt","early","void"],
    refused_why: ["resting","suspended","instructor_holds","queue_full","closed"],
    dropped_why: ["replaced","discarded","ended"],
    verdict: ["interruption","no_yield","backchannel","backchannel_excess","collision","smooth","overlap_terminal","short_turn","customer_overlap","held_early","attempt","resting","step_in","boundary","grace","void_link","void_pause","void_instructor","dead_air","hold_overrun","unresolved"],
    band: ["none","overlap","prompt","considered","slow","dead_air","too_fast"],
    change: ["move","cut_in","chip","dead_air","vent_heard","hold_overrun","cooling","silence","clamp","temper"],
    grade: ["credit","fault","hint","note"],
    finding: ["move","premature_apology","wrong_apology","parroting","repeat_question","name_overuse","summary_full","summary_part","summary_wrong","offer_below_floor","offer_counter","offer_accepted","offer_over_loss","offer_over_authority","offer_in_vent","no_credit_left","not_understood","promise","vent_heard"],
    outcome: ["none","satisfied","grudging","manager","walk_out","unresolved","handed_over","ended_by_policy","safety_miss"],
    answer: ["yes","partly","no"],
    end_reason: ["settled","outcome","time","staff","left"],
    card_part: ["situation","may_offer","steps","who","happened","feel","openings","facts","satisfies","worse","limits"],
    pairing: ["bot","pairs","threes"],
    gathering: ["open","read","play","wrap","debrief","switch","over"],
    steer: ["start","extend","pause","resume","end","remove","apart","lock","shut","bell","block","swap","move","bot","extend_room"],
    choice: ["bot","watch","wait"],
    asked: ["nothing","trainee_lost","alone"],
    need: ["none","help","stopped","lost","anger","cut_ins","not_begun","silent","colleague","reported"],
    error: ["malformed","version","not_found","denied","not_stored","too_long","too_fast","wrong_phase","seat_taken","full","conflict","incomplete","reason_wanted","stopping"],
    stage: ["play","debrief","rated","released"],
    item: ["L1","L2","L3","L4","L5","E1","E2","E3","E4","S1","S2","S3","S4","S5","S6","B1","B2","C1","C2"],
    mark_source: ["human","hint","machine"],
    moment: ["good","growth","flag"],
    critical: ["K1","K2","K3","K4"],
    note: ["feel","keep","try","helped","would_help","hoped"],
    recognition: ["thats_right","feel_heard"],
    stop_why: ["break","beyond","technical"],
    passing: ["passed","total_low","floor_low","critical","not_gradable"],
  },
  structs: {
    logged_move: [["move","i",0,0,63],["confident","b",0],["reason","i",0,0,15],["score","i",0,-32768,32767],["begin","i",0,0,65535],["end","i",0,0,65535]],
    logged_quantity: [["kind","i",0,0,15],["value","i",0,-9007199254740991,9007199254740991],["begin","i",0,0,65535],["end","i",0,0,65535]],
    method_item: [["item","e",0,"item"],["weight","i",0,1,100]],
    item_text: [["item","e",0,"item"],["weight","i",0,0,100],["name","s",0,200,200],["anchors","l",0,"string",5]],
    own_mark: [["item","e",0,"item"],["level","i",0,0,5]],
    card_section: [["part","e",0,"card_part"],["lines","l",0,"string",32],["ticks","i",0,0,4294967295]],
    scenario_entry: [["id","s",0,40,40],["title","s",0,200,200],["lang","s",0,16,16]],
    room_entry: [["room","s",0,32,32],["title","s",0,200,200],["trainee","s",0,96,96],["customer","s",0,96,96],["player","e",0,"player"],["phase","e",0,"phase"],["anger","i",0,0,100],["score","i",0,0,100]],
    workshop_entry: [["code","s",0,8,8],["title","s",0,96,96],["phase","e",0,"gathering"],["people","i",0,0,65535],["session","i",0,0,255],["sessions","i",0,0,255]],
    sign_in_entry: [["ageS","i",0,0,4294967295],["idleS","i",0,0,4294967295],["here","b",0]],
    member: [["person","i",0,0,65535],["name","s",0,96,96],["here","b",0],["helpS","i",0,0,65535],["group","i",0,0,65535],["seat","e",0,"seat"],["timePct","i",0,0,1000],["locked","i",0,0,65535],["asked","e",0,"asked"]],
    story: [["scenario","s",0,40,40]],
    two: [["a","i",0,0,65535],["b","i",0,0,65535]],
    method_entry: [["id","s",0,40,40],["title","s",0,200,200]],
    tile: [["group","i",0,0,65535],["room","s",0,32,32],["trainee","s",0,96,96],["customer","s",0,96,96],["observer","s",0,96,96],["player","e",0,"player"],["phase","e",0,"phase"],["holder","e",0,"holder"],["anger","i",0,0,100],["angerBefore","i",0,0,100],["score","i",0,0,100],["cutIns","i",0,0,255],["attention","i",0,0,255],["need","e",0,"need"],["needS","i",0,0,65535],["last","s",0,160,160],["seenBy","s",0,96,96],["seenS","i",0,0,65535],["playS","i",0,0,65535],["reportedS","i",0,0,65535],["reportedBy","e",0,"seat"]],
    queue_entry: [["session","i",0,0,255],["group","i",0,0,65535],["trainee","s",0,96,96],["ageS","i",0,0,4294967295],["hints","i",0,0,255],["marked","i",0,0,255],["items","i",0,0,255],["take","i",0,0,255],["reported","b",0]],
    pinned_line: [["party","e",0,"party"],["text","s",0,16000,16000]],
  },
  toServer: {
    1: ['hello', [["version","i",0,0,65535],["tab","s",0,32,32],["secret","s",1,64,64]]],
    2: ['join', [["scenario","s",0,40,40],["name","s",0,96,96],["timePct","i",0,100,1000],["level","e",0,"level"],["heat","i",0,1,5]]],
    3: ['resume', [["token","s",0,64,64],["n","i",0,0,4294967295]]],
    4: ['watch', [["room","s",0,32,32],["n","i",0,0,4294967295]]],
    5: ['listRooms', []],
    6: ['ready', []],
    7: ['compose', [["state","e",0,"compose_state"]]],
    8: ['say', [["id","i",0,1,4294967295],["text","s",0,16000,4000],["more","b",0],["yield","b",0],["chip","e",0,"chip"],["confirm","b",0],["limit","b",0],["floorSeen","i",0,0,4294967295]]],
    9: ['floorAct', [["act","e",0,"floor_act"],["expectMs","i",0,0,3600000]]],
    10: ['discard', [["line","i",0,0,65535]]],
    11: ['close', [["answer","e",1,"answer"]]],
    12: ['stop', [["on","b",0]]],
    13: ['control', [["what","e",0,"control"],["actMs","i",0,0,9007199254740991],["reason","s",0,800,800]]],
    14: ['recall', []],
    15: ['action', [["id","i",0,1,4294967295],["what","e",0,"action"],["text","s",0,4000,1000]]],
    16: ['contest', [["line","i",0,0,65535],["finding","e",0,"finding"],["move","i",0,0,63]]],
    17: ['tell', [["line","i",0,0,31],["on","b",0]]],
    18: ['temper', [["level","i",0,0,10]]],
    19: ['recognise', [["what","e",0,"recognition"],["line","i",0,1,65535]]],
    20: ['report', [["text","s",0,1600,400]]],
    21: ['stopWhy', [["why","e",0,"stop_why"]]],
    22: ['view', [["id","i",0,0,4294967295],["item","e",0,"item"],["level","i",0,0,5]]],
    23: ['comfort', [["timePct","i",0,100,1000]]],
    33: ['playCustomer', [["on","b",0]]],
    34: ['colleague', [["on","b",0]]],
    35: ['colleagueSay', [["id","i",0,0,4294967295],["text","s",0,4000,1000]]],
    36: ['pin', [["first","i",0,0,65535],["last","i",0,0,65535],["on","b",0]]],
    40: ['mark', [["id","i",0,0,4294967295],["item","e",0,"item"],["level","i",0,0,5],["version","i",0,0,65535],["accepts","b",0],["reason","s",0,800,800]]],
    41: ['overall', [["id","i",0,0,4294967295],["level","i",0,1,5]]],
    42: ['moment', [["id","i",0,0,4294967295],["line","i",0,1,65535],["moment","e",0,"moment"],["on","b",0],["item","e",1,"item"]]],
    43: ['critical', [["id","i",0,0,4294967295],["critical","e",0,"critical"],["cited","i",0,0,65535],["on","b",0],["reason","s",0,800,800]]],
    44: ['release', [["id","i",0,0,4294967295],["on","b",0]]],
    45: ['whisper', [["id","i",0,0,4294967295],["text","s",0,800,200]]],
    46: ['rateSelf', [["marks","l",0,"own_mark",19]]],
    47: ['note', [["note","e",0,"note"],["text","s",0,1600,400],["cited","i",1,0,65535]]],
    48: ['feltHeard', [["level","i",0,1,5]]],
    49: ['tryAgain', [["atMs","i",0,0,9007199254740991]]],
    52: ['enter', [["code","s",0,24,24],["name","s",0,96,96],["timePct","i",0,100,1000],["token","s",1,64,64]]],
    53: ['comeBack', [["token","s",0,64,64],["room","s",0,32,32],["n","i",0,0,4294967295]]],
    54: ['changeDevice', [["code","s",0,24,24],["name","s",0,96,96],["pin","s",0,8,8]]],
    55: ['project', [["code","s",0,24,24]]],
    56: ['openWorkshop', [["title","s",0,96,96],["pairing","e",0,"pairing"],["scenario","s",0,40,40],["level","e",0,"level"],["heat","i",0,1,5],["sessions","i",0,1,24],["readMs","i",0,1000,600000],["playMs","i",0,1000,3600000],["debriefMs","i",0,1000,3600000],["switchMs","i",0,1000,600000],["method","s",1,40,40],["stories","l",1,"story",7],["bufferMs","i",1,0,3600000],["patiencePct","i",1,0,100],["consent","s",1,1600,400]]],
    57: ['watchWorkshop', [["code","s",0,24,24]]],
    37: ['watchGroup', [["session","i",0,0,255],["group","i",0,1,65535],["n","i",0,0,4294967295],["take","i",1,0,255]]],
    58: ['steer', [["what","e",0,"steer"],["person","i",0,0,65535],["other","i",0,0,65535],["on","b",0]]],
    59: ['askHelp', [["on","b",0]]],
    60: ['choose', [["what","e",0,"choice"]]],
    61: ['lookUp', [["code","s",0,24,24]]],
    62: ['listMethods', []],
    110: ['listWorkshops', []],
    111: ['invite', [["role","e",0,"staff_role"],["on","b",0]]],
    112: ['beCalled', [["name","s",0,96,96]]],
    113: ['listSignIns', []],
  },
  toClient: {
    64: ['welcome', [["version","i",0,0,65535],["server","s",0,64,64],["staff","b",0],["scenarios","l",0,"scenario_entry",256],["role","e",0,"staff_role"],["name","s",0,96,96],["invited","s",0,96,96]]],
    65: ['seated', [["room","s",0,32,32],["seat","e",0,"seat"],["token","s",0,64,64],["title","s",0,200,200],["customer","s",0,96,96],["address","s",0,96,96],["lang","s",0,16,16],["lastId","i",0,0,4294967295],["nowMs","i",0,0,9007199254740991],["clockRuns","b",0],["card","l",0,"card_section",12]]],
    66: ['event', [["atMs","i",0,0,9007199254740991],["event","v",0]]],
    67: ['ack', [["id","i",0,0,4294967295],["line","i",0,0,65535]]],
    68: ['error', [["code","e",0,"error"],["ref","i",0,0,4294967295]]],
    69: ['rooms', [["rooms","l",0,"room_entry",1024]]],
    70: ['recalled', [["atMs","i",0,0,9007199254740991],["event","v",0]]],
    71: ['recalledAll', [["count","i",0,0,4294967295]]],
    72: ['link', [["rttMs","i",0,0,600000]]],
    73: ['reportKept', []],
    80: ['method', [["id","s",0,40,40],["title","s",0,200,200],["items","l",0,"item_text",19]]],
    81: ['branched', [["room","s",0,32,32],["token","s",0,64,64]]],
    82: ['methods', [["methods","l",0,"method_entry",64]]],
    96: ['member', [["code","s",0,8,8],["name","s",0,96,96],["token","s",0,64,64],["pin","s",0,8,8]]],
    97: ['lobby', [["code","s",0,8,8],["title","s",0,96,96],["phase","e",0,"gathering"],["leftMs","i",0,0,9007199254740991],["paused","b",0],["people","i",0,0,65535],["session","i",0,0,255],["sessions","i",0,0,255],["placed","b",0],["help","b",0],["bells","i",0,0,65535],["nextMs","i",0,0,9007199254740991],["staffAway","b",0],["asked","e",0,"asked"],["mayWatch","b",0]]],
    98: ['workshop', [["code","s",0,8,8],["shut","b",0],["title","s",0,96,96],["phase","e",0,"gathering"],["leftMs","i",0,0,9007199254740991],["paused","b",0],["pairing","e",0,"pairing"],["session","i",0,0,255],["sessions","i",0,0,255],["people","l",0,"member",200],["apart","l",0,"two",200]]],
    99: ['wall', [["rooms","i",0,0,65535],["tiles","l",0,"tile",60]]],
    105: ['consent', [["text","s",0,1600,1600],["days","i",0,0,3650]]],
    90: ['queue', [["waiting","i",0,0,65535],["rooms","l",0,"queue_entry",120]]],
    91: ['lane', [["customer","i",0,0,65535],["trainee","i",0,0,65535],["open","i",0,0,65535]]],
    92: ['pinned', [["lines","l",0,"pinned_line",12]]],
    93: ['playing', [["on","b",0],["lastId","i",0,0,4294967295]]],
    120: ['workshops', [["workshops","l",0,"workshop_entry",64]]],
    121: ['invited', [["role","e",0,"staff_role"],["secret","s",0,64,64]]],
    122: ['called', [["code","s",0,8,8],["role","e",0,"staff_role"],["name","s",0,96,96]]],
    123: ['signIns', [["firm","s",0,40,40],["login","s",0,64,64],["signIns","l",0,"sign_in_entry",32]]],
  },
  events: {
    1: ['opened', [["scenario","s",1,40,40],["scenarioHash","s",1,64,64],["config","s",1,3500,3500],["recogniserHash","s",1,64,64],["engine","s",1,32,32],["seed","i",1,0,9007199254740991],["medium","e",0,"medium"],["mode","e",0,"mode"],["level","e",0,"level"],["player","e",0,"player"],["readMs","i",0,0,3600000],["playMs","i",0,0,7200000],["wrapMs","i",0,0,600000],["heat","i",1,1,5]]],
    2: ['seated', [["seat","e",0,"seat"],["player","e",0,"player"],["timePct","i",1,0,1000],["name","s",0,16000,4000]]],
    3: ['ready', [["seat","e",0,"seat"]]],
    4: ['compose', [["party","e",0,"party"],["state","e",0,"compose_state"],["rttMs","i",1,-1,600000],["stallMs","i",1,0,600000]]],
    5: ['send', [["line","i",0,0,65535],["party","e",0,"party"],["sendId","i",0,0,4294967295],["say","i",0,0,65535],["words","i",0,0,4000],["more","b",0],["yield","b",0],["chip","e",0,"chip"],["confirm","b",0],["limit","b",0],["floorSeen","i",0,-1,4294967295],["rttMs","i",0,-1,600000],["stallMs","i",0,0,600000],["again","b",0]]],
    6: ['floorAct', [["party","e",0,"party"],["act","e",0,"floor_act"],["expectMs","i",0,0,3600000],["rttMs","i",0,-1,600000]]],
    7: ['discard', [["line","i",0,0,65535]]],
    8: ['control', [["what","e",0,"control"],["by","e",0,"seat"],["outage","b",0],["actMs","i",0,0,9007199254740991],["line","i",0,0,65535],["text","s",0,16000,4000]]],
    9: ['link', [["party","e",0,"party"],["up","b",0]]],
    10: ['understood', [["line","i",0,0,65535],["moves","l",0,"logged_move",16],["quantities","l",0,"logged_quantity",8],["asked","i",0,0,4294967295],["told","i",0,0,4294967295],["contradicted","i",0,0,4294967295],["apologyFor","i",0,0,4294967295],["remedies","i",0,0,4294967295],["words","i",0,0,4000],["questions","i",0,0,255],["nameUses","i",0,0,255],["shouting","b",0]]],
    11: ['close', [["party","e",0,"party"],["answered","b",0],["answer","e",0,"answer"]]],
    12: ['action', [["what","e",0,"action"],["line","i",0,0,65535],["sendId","i",0,0,4294967295],["text","s",0,16000,4000],["offerMs","i",1,0,600000]]],
    13: ['contested', [["by","e",0,"seat"],["line","i",0,0,65535],["finding","e",0,"finding"],["move","i",0,0,63]]],
    20: ['phase', [["phase","e",0,"phase"],["endsMs","i",0,0,9007199254740991]]],
    21: ['mood', [["vents","b",0],["abusive","b",0]]],
    30: ['floor', [["number","i",0,0,4294967295],["holder","e",0,"holder"],["activity","e",0,"activity"],["flag","e",0,"flag"],["vent","b",0],["sinceMs","i",0,0,9007199254740991],["untilMs","i",0,0,9007199254740991],["restUntilMs","i",1,0,9007199254740991],["repairUntilMs","i",1,0,9007199254740991],["stepInMs","i",1,0,9007199254740991],["queued","e",0,"party"]]],
    31: ['delivered', [["line","i",0,0,65535],["party","e",0,"party"],["more","b",0],["chip","e",0,"chip"],["again","b",0],["writtenMs","i",0,0,9007199254740991],["say","i",1,0,65535],["text","s",0,16000,4000]]],
    32: ['held', [["line","i",0,0,65535],["why","e",0,"held_why"],["stale","b",0],["text","s",0,16000,4000]]],
    33: ['refused', [["party","e",0,"party"],["sendId","i",0,0,4294967295],["line","i",0,0,65535],["why","e",0,"refused_why"]]],
    34: ['dropped', [["line","i",0,0,65535],["why","e",0,"dropped_why"]]],
    35: ['verdict', [["actMs","i",0,0,9007199254740991],["decidedMs","i",0,0,9007199254740991],["line","i",0,0,65535],["party","e",0,"party"],["verdict","e",0,"verdict"],["penalty","b",0],["floorTaken","b",0],["delivered","b",0],["vent","b",0],["base","i",1,0,1000],["points","i",1,0,1000],["wouldBePoints","i",1,0,1000],["rule","s",1,32,32],["measuredMs","i",1,-9007199254740991,9007199254740991],["limitMs","i",1,-9007199254740991,9007199254740991],["marginMs","i",1,-9007199254740991,9007199254740991],["rttMs","i",1,-1,600000]]],
    36: ['cutIn', [["line","i",0,0,65535],["cutLine","i",0,0,65535]]],
    37: ['repaired', [["actMs","i",0,0,9007199254740991],["pointsBack","i",1,0,1000]]],
    38: ['waived', [["actMs","i",0,0,9007199254740991],["pointsBack","i",1,0,1000]]],
    39: ['transfer', [["from","e",0,"party"],["to","e",0,"party"],["atMs","i",0,0,9007199254740991],["hasOffset","b",0],["offsetMs","i",0,-9007199254740991,9007199254740991],["band","e",0,"band"]]],
    40: ['delta', [["line","i",0,0,65535],["change","e",0,"change"],["move","i",0,0,63],["begin","i",0,0,65535],["end","i",0,0,65535],["finding","e",0,"finding"],["anger","i",0,-100,100],["trust","i",0,-100,100],["heard","i",0,-100,100],["grasped","i",0,-100,100],["angerNow","i",0,0,100],["trustNow","i",0,0,100],["heardNow","i",0,0,100],["graspedNow","i",0,0,100]]],
    41: ['evidence', [["line","i",0,0,65535],["grade","e",0,"grade"],["finding","e",0,"finding"],["move","i",0,0,63],["begin","i",0,0,65535],["end","i",0,0,65535],["value","i",0,-9007199254740991,9007199254740991]]],
    42: ['revealed', [["fact","i",0,0,31],["key","b",0],["undone","b",0]]],
    43: ['outcome', [["outcome","e",0,"outcome"],["reason","e",0,"end_reason"],["answer","e",0,"answer"]]],
    44: ['score', [["floorScore","i",0,0,100],["interruptions","i",0,0,65535]]],
    45: ['temper', [["level","i",0,0,10]]],
    46: ['told', [["line","i",0,0,31],["on","b",0]]],
    47: ['recognised', [["what","e",0,"recognition"],["cited","i",0,0,65535]]],
    48: ['reported', [["by","e",0,"seat"],["from","i",0,0,65535],["upto","i",0,0,65535],["line","i",0,0,65535],["text","s",0,16000,4000]]],
    49: ['stopReason', [["by","e",0,"seat"],["why","e",0,"stop_why"]]],
    50: ['observedMoment', [["cited","i",0,0,65535],["moment","e",0,"moment"],["on","b",0],["hasItem","b",0],["item","e",0,"item"]]],
    51: ['observedView', [["item","e",0,"item"],["level","i",0,0,5]]],
    52: ['workshopComfort', [["person","i",0,0,65535],["timePct","i",0,0,1000]]],
    53: ['colleagueOffer', [["untilMs","i",0,0,9007199254740991]]],
    54: ['colleague', [["on","b",0],["by","s",0,16000,4000]]],
    55: ['colleagueSaid', [["line","i",0,0,65535],["text","s",0,16000,4000]]],
    60: ['gradedBy', [["method","s",0,40,40],["hash","s",1,64,64],["items","l",0,"method_item",19]]],
    61: ['mark', [["item","e",0,"item"],["level","i",0,0,5],["version","i",0,0,65535],["source","e",0,"mark_source"],["by","s",0,16000,4000],["line","i",0,0,65535],["text","s",0,16000,4000]]],
    62: ['overall', [["level","i",0,1,5],["by","s",0,16000,4000]]],
    63: ['moment', [["cited","i",0,0,65535],["moment","e",0,"moment"],["on","b",0],["by","s",0,16000,4000]]],
    64: ['critical', [["critical","e",0,"critical"],["cited","i",0,0,65535],["on","b",0],["by","s",0,16000,4000],["line","i",0,0,65535],["text","s",0,16000,4000]]],
    65: ['release', [["on","b",0],["by","s",0,16000,4000]]],
    66: ['whisper', [["line","i",1,0,65535],["text","s",0,16000,4000]]],
    67: ['ratedSelf', [["marks","l",0,"own_mark",19]]],
    68: ['note', [["note","e",0,"note"],["line","i",1,0,65535],["text","s",0,16000,4000],["cited","i",0,0,65535]]],
    69: ['feltHeard', [["level","i",0,1,5]]],
    70: ['customerNote', [["note","e",0,"note"],["line","i",1,0,65535],["text","s",0,16000,4000]]],
    71: ['released', [["by","s",0,16000,4000]]],
    72: ['hint', [["item","e",0,"item"],["level","i",0,0,5],["cited","i",0,0,65535]]],
    73: ['graded', [["rubric","i",0,0,100],["floor","i",0,0,100],["total","i",0,0,100],["passing","e",0,"passing"]]],
    80: ['extended', [["moreMs","i",0,0,3600000]]],
    81: ['workshopOpened', [["code","s",0,8,8],["seed","i",0,0,9007199254740991],["pairing","e",0,"pairing"],["scenario","s",0,40,40],["level","e",0,"level"],["heat","i",0,1,5],["sessions","i",0,1,24],["readMs","i",0,0,3600000],["playMs","i",0,0,7200000],["wrapMs","i",0,0,600000],["debriefMs","i",0,0,3600000],["switchMs","i",0,0,600000],["method","s",0,40,40],["stories","l",0,"story",7],["bufferMs","i",0,0,3600000],["patiencePct","i",0,0,100]]],
    82: ['workshopCame', [["person","i",0,0,65535],["timePct","i",0,0,1000]]],
    83: ['workshopLink', [["person","i",0,0,65535],["up","b",0]]],
    84: ['workshopSteered', [["what","e",0,"steer"],["person","i",0,0,65535],["other","i",0,0,65535],["on","b",0]]],
    85: ['workshopHelp', [["person","i",0,0,65535],["on","b",0]]],
    86: ['workshopStaff', [["here","b",0]]],
    87: ['workshopBeat', [["phase","e",0,"gathering"]]],
    88: ['workshopChose', [["person","i",0,0,65535],["what","e",0,"choice"]]],
  },
};
