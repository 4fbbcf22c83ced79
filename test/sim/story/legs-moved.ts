import type { Step } from './call';
import type { Leg } from './leg';
import { type Line, openDesk, write } from './line';
import { deskDevice, deskName, dialData } from './pbx';
import { recorded } from './recording';

/** A desk's own internal channel: to consult a colleague, to fetch a parked call. */
export function openInternal(line: Pick<Line, 'pbx' | 'call'>, extension: string, at: number): Line {
  return openDesk(
    line.pbx,
    line.call,
    at,
    {
      channel: line.pbx.channel(extension),
      clid: `"${deskName(extension)}" <${extension}>`,
      dcontext: 'from-internal',
      userfield: 'Internal',
      channel_ext: extension,
      caller_name: deskName(extension),
      wave_src_seqid: line.pbx.waveNumber(),
      device_info: deskDevice(extension),
    },
    extension,
  );
}

const transferred = (line: Line, extension: string): Partial<Leg> => ({
  dst: extension,
  dcontext: 'from-internal-xfer',
  dstchannel: line.pbx.channel(extension),
  lastapp: 'Dial',
  lastdata: dialData([extension]),
  dstchannel_ext: extension,
  dstanswer: extension,
  action_type: 'TRANSFER',
  device_info_peer: deskDevice(extension),
});

/** The caller is put through unannounced: one more row of the caller's channel. */
export function blind(line: Line, step: Extract<Step, { what: 'blind' }>): void {
  const lifted = line.at + step.after;
  const end = lifted + step.seconds;
  const tail = `-${line.src}-${step.ext}`;
  write(
    line,
    { start: line.at, answer: lifted, end, billsec: step.seconds, disposition: 'ANSWERED' },
    {
      ...transferred(line, step.ext),
      ...recorded(line, { setUp: line.at, lifted, seconds: step.seconds, tail }),
    },
  );
  line.at = end;
}

/**
 * The first colleague asks the second one while the caller waits: an internal call with a session and a uniqueid of
 * its own, within the first stretch of talk. The row of the handed-over call then joins the two: the caller's
 * uniqueid, the consultation's session.
 */
export function attended(line: Line, step: Extract<Step, { what: 'attended' }>, from: string): void {
  const began = line.at - step.consulting;
  const asking = openInternal(line, from, began);
  const lifted = began + Math.min(3, step.consulting);
  write(
    asking,
    { start: began, answer: lifted, end: line.at, billsec: line.at - lifted, disposition: 'ANSWERED' },
    {
      dst: step.ext,
      dstchannel: line.pbx.channel(step.ext),
      lastapp: 'Dial',
      lastdata: dialData([step.ext]),
      dstchannel_ext: step.ext,
      dstanswer: step.ext,
    },
  );
  line.rows.push(...asking.rows);
  const end = line.at + step.seconds;
  const tail = `-${line.src}-${step.ext}`;
  write(
    line,
    { start: line.at, answer: line.at, end, billsec: step.seconds, disposition: 'ANSWERED' },
    {
      ...transferred(line, step.ext),
      session: asking.session,
      ...recorded(line, { setUp: line.at, lifted: line.at, seconds: step.seconds, tail }),
    },
  );
  line.at = end;
}

/** Sample 1: the hold is ANSWERED for as long as it lasts, and nobody talks. */
export function park(line: Line, step: Extract<Step, { what: 'park' }>): void {
  const end = line.at + step.seconds;
  write(
    line,
    { start: line.at, answer: line.at, end, billsec: step.seconds, disposition: 'ANSWERED' },
    {
      dst: step.slot,
      dcontext: 'from-internal-xfer',
      lastapp: 'Park',
      lastdata: `default:${step.slot}`,
      dstchannel_ext: step.slot,
      dstanswer: step.slot,
      action_type: 'PARKEDCALL',
    },
  );
  line.at = end;
}

/** Samples 2 and 3: the fetching desk has a row of its own, and the last row ties its session to the caller's channel. */
export function retrieve(line: Line, step: Extract<Step, { what: 'retrieved' }>, slot: string): void {
  const { ext, seconds } = step;
  const start = line.at;
  const end = start + seconds + 1;
  const fetching = openInternal(line, ext, start);
  const answered = { start, answer: start, end, disposition: 'ANSWERED' } as const;
  write(
    fetching,
    { ...answered, billsec: seconds + 1 },
    { dst: slot, lastapp: 'ParkedCall', lastdata: `default,${slot}`, dstchannel_ext: slot, dstanswer: slot },
  );
  line.rows.push(...fetching.rows);
  write(
    line,
    { ...answered, billsec: seconds, duration: seconds },
    {
      dst: ext,
      dcontext: 'from-internal-xfer',
      dstchannel: fetching.channel,
      lastapp: 'Park',
      lastdata: 'default',
      dstchannel_ext: ext,
      dstanswer: ext,
      action_type: 'PARKEDCALL',
      session: fetching.session,
      device_info_peer: deskDevice(ext),
      ...recorded(line, { setUp: start, lifted: start, seconds, tail: `-${line.src}-${ext}` }),
    },
  );
  line.at = end;
}
