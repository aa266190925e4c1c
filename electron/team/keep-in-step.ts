// One round with the team's log: sends what changed here, receives what others did, and asks for claims. Each step can
// be repeated: an event is applied once, and a claim belongs to the same entry however often it is requested.
import { listMembers } from './members.ts';
import type { LoggedEvent, TeamLog } from './team-log.ts';
import type { TeamPort } from './team-port.ts';

const PIECE = 100;
const MOST_CHANGES = 800;

export interface Told {
  /** Something new is in the desk; while it fills, said about once a second. */
  heard(): void;
  /** An entry may leave that could not before, or never will. */
  decided(): void;
  /** Lets other work of the desk go between pieces. */
  pause(): Promise<void>;
}

const SAID_EVERY_MS = 1_000;

export async function keepInStep(port: TeamPort, log: TeamLog, told: Told): Promise<void> {
  while (port.tell()) await told.pause();
  for (let isMore = true; isMore; ) {
    // What was done here goes first: others wait for it.
    const piece = port.waiting(PIECE);
    if (piece.length > 0) await log.append(piece);
    // It comes back in its place of the order; so does what others appended meanwhile.
    await hearAll(port, log, told);
    // Only now: a database put back from an older copy is told by the cursor, which has passed these too.
    if (piece.length > 0) port.arrived(piece.map(({ id }) => id));
    isMore = piece.length === PIECE;
  }
  if (await askReferee(port, log)) told.decided();
}

async function hearAll(port: TeamPort, log: TeamLog, told: Told): Promise<void> {
  try {
    await hearPages(port, log, told);
  } finally {
    port.filling(false);
  }
}

async function hearPages(port: TeamPort, log: TeamLog, { heard, pause }: Told): Promise<void> {
  let isNew = false;
  let saidAt = performance.now();
  for (let isEnd = false; !isEnd; ) {
    const { position } = port.cursor();
    const page = await log.read(position, PIECE, port.isKnown);
    isEnd = page.isEnd;
    if (!isEnd) port.filling(true);
    for (const piece of inPieces(page.events)) {
      const end = piece.at(-1);
      if (end === undefined) continue;
      const some = piece.map(({ event }) => event);
      isNew = port.hear(some, { position: end.position, event: end.event.id }) || isNew;
      await pause();
    }
    // What stands last may be what nobody here can read, or knows already.
    if (port.cursor().position !== page.last) port.hear([], { position: page.last, event: page.id });
    if (!isNew || (!isEnd && performance.now() - saidAt < SAID_EVERY_MS)) continue;
    heard();
    isNew = false;
    saidAt = performance.now();
  }
}

/** Few enough changes at a time that whoever works at the desk does not notice. */
function inPieces(events: readonly LoggedEvent[]): LoggedEvent[][] {
  const pieces: LoggedEvent[][] = [];
  let room = 0;
  for (const one of events) {
    if (room <= 0) {
      pieces.push([]);
      room = MOST_CHANGES;
    }
    pieces.at(-1)?.push(one);
    room -= one.event.changes.length;
  }
  return pieces;
}

/** Whether the log is the one this desk has read: a server restored from a backup may have lost its latest events. */
export async function isSameLog(port: TeamPort, log: TeamLog): Promise<boolean> {
  const { position, event } = port.cursor();
  return position === 0 || (await log.eventAt(position)) === event;
}

async function askReferee(port: TeamPort, log: TeamLog): Promise<boolean> {
  let decided = false;
  for (const entry of port.claimsToRelease()) {
    await log.release(entry);
    port.released(entry);
  }
  for (const { entry, things } of port.wantedClaims()) {
    const holder = await log.claim(things, entry);
    if (holder === null) port.grant(entry);
    else port.refuse(entry, await nameOf(log, holder));
    decided = true;
  }
  return decided;
}

async function nameOf(log: TeamLog, holder: string): Promise<string> {
  const members = await listMembers(log.client, log.member);
  return members.find(({ device }) => device === holder)?.name ?? 'A member';
}
