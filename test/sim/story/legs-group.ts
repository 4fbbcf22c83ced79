import type { Step } from './call';
import type { Leg } from './leg';
import { type Line, type Stretch, write } from './line';
import { deskDevice, dialData } from './pbx';
import { recorded } from './recording';

export interface Distribution {
  readonly what: 'group' | 'queue';
  readonly ext: string;
  /** The steps that belong to it: who rang, who was busy, who lifted, when the caller gave up. */
  readonly members: readonly Step[];
}

/** Seconds from the group's own announcement to the first ring. */
const ANNOUNCEMENT = 3;

/**
 * A ring group (samples 7 to 10) or a queue (section 3.4): all its phones ring at once. The row of the one who lifted
 * says `answer` = `start`, so its seconds include the ringing; only its siblings tell when that ended.
 */
export function distribute(line: Line, { what, ext, members }: Distribution): void {
  const rings = members.flatMap((step) => (step.what === 'rang' ? [step.seconds] : []));
  const lifted = members.find((step) => step.what === 'answered');
  const gaveUp = members.flatMap((step) => (step.what === 'abandoned' ? [step.seconds ?? 0] : []));
  const ring = (lifted ? lifted.after : undefined) ?? Math.max(...rings, ...gaveUp, rings.length === 0 ? 8 : 1);
  const group = { line, ext, what, all: phonesOf(members), ring };

  announce(group);
  const first = line.at;
  if (what === 'queue') holdCaller(group, lifted !== undefined);
  for (const step of members) {
    if (step.what === 'rang') for (const phone of step.exts) memberRang(group, phone, Math.min(step.seconds, ring));
    if (step.what === 'busy') for (const phone of step.exts) memberBusy(group, phone);
    if (step.what === 'answered') memberLifted(group, step.ext, step.seconds, rings.length === 0);
  }
  line.at = first + ring + (lifted ? lifted.seconds : 0);
  // The queue keeps a copy of the recording on its fork; it is the same file, not a second one (section 4.1).
  const talk = line.rows.at(-1)?.leg.recordfiles;
  const fork = line.rows.find((row) => row.leg.lastapp === 'ForkCDR' && row.leg.dst === ext);
  if (what === 'queue' && fork && talk) fork.leg.recordfiles = talk;
}

interface Group {
  readonly line: Line;
  readonly ext: string;
  readonly what: 'group' | 'queue';
  readonly all: readonly string[];
  readonly ring: number;
}

const action = ({ what, ext }: Group) => (what === 'group' ? `RINGGROUP[${ext}]` : `QUEUE[${ext}]`);

function phonesOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.what === 'rang' || step.what === 'busy') return [...step.exts];
    return step.what === 'answered' ? [step.ext] : [];
  });
}

/** Sample 7: the fork towards the group says ANSWERED and no seconds. */
function announce(group: Group): void {
  const { line, ext } = group;
  if (group.what === 'group') {
    const end = line.at + ANNOUNCEMENT;
    const stretch: Stretch = {
      start: line.at,
      answer: end,
      end,
      billsec: 0,
      duration: ANNOUNCEMENT - 1,
      disposition: 'ANSWERED',
    };
    write(line, stretch, { ...forked(group), lastapp: 'ForkCDR', lastdata: 'are', dstanswer: ext });
  }
  line.at += ANNOUNCEMENT;
}

const forked = (group: Group): Partial<Leg> => ({
  dst: group.ext,
  dcontext: 'ivr-from-internal',
  dstchannel_ext: group.ext,
  action_type: action(group),
});

/** A queue's caller waits in a row of no talk, while a fork of it claims to be answered for all that time. */
function holdCaller(group: Group, lifted: boolean): void {
  const { line, ext, ring } = group;
  const end = line.at + ring;
  const start = line.at;
  write(
    line,
    { start, answer: start, end, billsec: ring, disposition: 'ANSWERED' },
    { ...forked(group), lastapp: 'ForkCDR', lastdata: 'are', dstanswer: ext },
  );
  write(
    line,
    { start, answer: end, end, billsec: 0, disposition: 'NO ANSWER' },
    { ...forked(group), lastapp: 'Queue', lastdata: `${ext},tTkKxX,,,${lifted ? 120 : 60}` },
  );
}

function member(group: Group, extension: string): Partial<Leg> {
  return {
    dst: extension,
    dcontext: 'from-internal',
    dstchannel: group.line.pbx.channel(extension),
    lastapp: group.what === 'queue' ? 'Queue' : 'Dial',
    lastdata: group.what === 'queue' ? `${group.ext},tTkKxX,,,120` : dialData(group.all),
    dstchannel_ext: extension,
    action_type: action(group),
    wave_dst_seqid: group.line.pbx.waveNumber(),
    device_info_peer: deskDevice(extension),
  };
}

function memberRang(group: Group, extension: string, ring: number): void {
  const start = group.line.at;
  const end = start + ring;
  write(group.line, { start, answer: end, end, billsec: 0, disposition: 'NO ANSWER' }, member(group, extension));
}

/** Sample 10: no time between start and end, and yet a duration. */
function memberBusy(group: Group, extension: string): void {
  const t = group.line.at;
  const duration = Math.min(group.ring, 11);
  write(
    group.line,
    { start: t, answer: t, end: t, billsec: 0, duration, disposition: 'BUSY' },
    member(group, extension),
  );
}

function memberLifted(group: Group, extension: string, talk: number, alone: boolean): void {
  const { line, ring, ext, what } = group;
  const start = line.at;
  const long = ring + talk;
  // Sample 9 has no description; without siblings that rang, a description is the only word on the lifting.
  const tail = what === 'group' ? `#${extension}-${line.src}-${ext}` : `-${line.src}-${ext}`;
  const file = recorded(line, { setUp: start, lifted: start + ring, seconds: talk, tail, described: alone });
  const row = write(
    line,
    { start, answer: start, end: start + long, billsec: long, disposition: 'ANSWERED' },
    { ...member(group, extension), dstanswer: extension, ...file },
  );
  row.recordedSeconds = talk;
}
