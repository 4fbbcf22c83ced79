import type { Call, Step } from './call';
import { HOUSE } from './house';
import type { Leg, Row } from './leg';
import { answered, rang, voicemail } from './legs-direct';
import { openInternal } from './legs-moved';
import { type Line, openDesk, type Stretch, write } from './line';
import { deskDevice, type Pbx } from './pbx';
import { recorded } from './recording';

const RING = 14;

/** A call our people make to the outside: sample 4. `clid` and `caller_name` are the house's, not the desk's. */
export function outboundLegs(call: Call, pbx: Pbx): Row[] {
  const desk = call.caller;
  const src = call.marks.glued ? `${HOUSE.did}${desk}` : desk;
  const line = openDesk(
    pbx,
    call,
    call.at,
    {
      channel: pbx.channel(desk),
      clid: `"${HOUSE.name}" <${HOUSE.did}>`,
      dcontext: 'outbound-route-4',
      userfield: 'Outbound',
      channel_ext: desk,
      caller_name: HOUSE.name,
      wave_src_seqid: pbx.waveNumber(),
      device_info: deskDevice(desk),
    },
    src,
  );
  for (const step of call.steps) dialled(line, step, 'trunk_2');
  return line.rows;
}

/** A call that passes through, from one trunk to the other: section 3.9, 6. */
export function externalLegs(call: Call, pbx: Pbx): Row[] {
  const line = openDesk(
    pbx,
    call,
    call.at,
    {
      channel: pbx.channel('trunk_2'),
      clid: `"${call.name}" <${call.caller}>`,
      dcontext: 'ext-did-2',
      userfield: 'External',
      channel_ext: 'trunk_2',
      caller_name: call.name,
      src_trunk_name: 'Operateur SIP',
      wave_src_seqid: '0',
    },
    call.caller,
  );
  for (const step of call.steps) dialled(line, step, 'trunk_3');
  return line.rows;
}

/** Desk to desk: samples 5, 11 and 12. */
export function internalLegs(call: Call, pbx: Pbx): Row[] {
  const line = openInternal({ pbx, call }, call.caller, call.at);
  for (const step of call.steps) {
    if (step.what === 'answered') answered(line, step.ext, step.after ?? 5, step.seconds);
    else if (step.what === 'rang') for (const ext of step.exts) rang(line, ext, step.seconds);
    else if (step.what === 'voicemail') voicemail(line, step.ext, step.seconds);
    else throw new Error(`Not known between desks: ${call.line}`);
  }
  return line.rows;
}

function dialled(line: Line, step: Step, trunk: 'trunk_2' | 'trunk_3'): void {
  const start = line.at;
  switch (step.what) {
    case 'answered': {
      const lifted = start + (step.after ?? RING);
      const end = lifted + step.seconds;
      // Sample 4: 433 seconds although the clock says 434.
      const duration = end - start - (step.seconds % 2);
      const file = recorded(line, {
        setUp: start + 1,
        lifted,
        seconds: step.seconds,
        tail: `-${line.src}-${step.ext}`,
      });
      const stretch: Stretch = { start, answer: lifted, end, billsec: step.seconds, duration, disposition: 'ANSWERED' };
      write(line, stretch, { ...trunkSide(line, step.ext, trunk), dstanswer: step.ext, ...file });
      return;
    }
    case 'rang':
      for (const number of step.exts) unanswered(line, number, trunk, step.seconds, 'NO ANSWER');
      return;
    case 'busy':
      for (const number of step.exts) unanswered(line, number, trunk, 2, 'BUSY');
      return;
    case 'failed':
      unanswered(line, step.ext, trunk, 1, step.congestion ? 'CONGESTION' : 'FAILED');
      return;
    default:
      throw new Error(`Not known of a call to the outside: ${line.call.line}`);
  }
}

function unanswered(
  line: Line,
  number: string,
  trunk: 'trunk_2' | 'trunk_3',
  length: number,
  disposition: Stretch['disposition'],
): void {
  const end = line.at + length;
  write(line, { start: line.at, answer: end, end, billsec: 0, disposition }, trunkSide(line, number, trunk));
  line.at = end;
}

const trunkSide = (line: Line, number: string, trunk: 'trunk_2' | 'trunk_3'): Partial<Leg> => ({
  dst: number,
  dstchannel: line.pbx.channel(trunk),
  lastapp: 'Dial',
  lastdata: `PJSIP/${number}@${trunk},,TKXM(record-check,StartMonitor)b(callee-handler^s^1)`,
  dstchannel_ext: trunk,
  dst_trunk_name: trunk === 'trunk_2' ? 'Operateur SIP' : 'Secours SIP',
  wave_dst_seqid: '0',
});
