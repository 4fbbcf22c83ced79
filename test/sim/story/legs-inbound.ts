import type { Call, Step } from './call';
import type { Row } from './leg';
import { answered, busy, forkDid, ivr, rang, voicemail } from './legs-direct';
import { distribute } from './legs-group';
import { mobile } from './legs-mobile';
import { attended, blind, park, retrieve } from './legs-moved';
import { conference, fax } from './legs-room';
import { type Line, openInbound } from './line';
import type { Pbx } from './pbx';

const RING = 7;

/** The rows of a call from outside, in the order things happened (section 3.4). */
export function inboundLegs(call: Call, pbx: Pbx): Row[] {
  const line = openInbound(call, pbx);
  const [first] = call.steps;
  const direct = first?.what === 'answered' || first?.what === 'rang' || first?.what === 'busy';
  // Some systems write one row whose dst is the DID, others a fork and then the phone: both were seen (3.4, 3.8).
  const single = direct && pbx.odd() && !call.marks.recordingOnFork;
  if (!single) forkDid(line);
  walk(line, call.steps, single ? line.did : undefined);
  if (call.marks.recordingOnFork) nameOnForkAlone(line);
  return line.rows;
}

function walk(line: Line, steps: readonly Step[], firstDst: string | undefined): void {
  let person = '';
  let slot = '';
  let dst = firstDst;
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place];
    if (step === undefined) continue;
    switch (step.what) {
      case 'group':
      case 'queue': {
        const members = membersAfter(steps, place);
        distribute(line, { what: step.what, ext: step.ext, members });
        place += members.length;
        person = members.find((member) => member.what === 'answered')?.ext ?? person;
        break;
      }
      case 'answered':
        answered(line, step.ext, step.after ?? RING, step.seconds, dst ?? step.ext);
        person = step.ext;
        break;
      case 'rang':
        for (const ext of step.exts) rang(line, ext, step.seconds, dst ?? ext);
        break;
      case 'busy':
        for (const ext of step.exts) busy(line, ext, dst ?? ext);
        break;
      case 'ivr':
        ivr(line, step.ext, step.seconds);
        break;
      case 'voicemail':
        voicemail(line, step.ext, step.seconds);
        break;
      case 'mobile':
        mobile(line, step);
        break;
      case 'blind':
        blind(line, step);
        person = step.ext;
        break;
      case 'attended':
        attended(line, step, person);
        person = step.ext;
        break;
      case 'park':
        park(line, step);
        slot = step.slot;
        break;
      case 'retrieved':
        retrieve(line, step, slot);
        person = step.ext;
        break;
      case 'conference':
        conference(line, step.ext, step.seconds);
        break;
      case 'fax':
        fax(line, step.ext, step.seconds);
        break;
      case 'abandoned':
      case 'hungUp':
        break;
      case 'failed':
        throw new Error(`A call from outside cannot fail: ${line.call.line}`);
    }
    dst = undefined;
  }
}

/** The steps that tell what the phones of a group did. */
function membersAfter(steps: readonly Step[], place: number): Step[] {
  const members: Step[] = [];
  for (const step of steps.slice(place + 1)) {
    if (step.what !== 'rang' && step.what !== 'busy' && step.what !== 'answered' && step.what !== 'abandoned') break;
    members.push(step);
    if (step.what === 'answered' || step.what === 'abandoned') break;
  }
  return members;
}

/** Section 3.9, 9: a file that only a ForkCDR leg names is a real one. */
function nameOnForkAlone(line: Line): void {
  const fork = line.rows.find((row) => row.leg.lastapp === 'ForkCDR');
  for (const row of line.rows) {
    if (!fork || row === fork || row.leg.recordfiles === '') continue;
    fork.leg.recordfiles = row.leg.recordfiles;
    fork.recordedSeconds = row.recordedSeconds ?? Number(row.leg.billsec);
    row.leg.recordfiles = '';
    row.leg.recordfiles_desc = '';
  }
}
