import type { Step } from './call';
import { type Line, write } from './line';
import { recorded } from './recording';

/** Seconds until the mobile is lifted. */
const RING = 6;

/**
 * An extension forwards to its mobile (sections 3.4 and 3.9, 1): userfield Outbound, a uniqueid of its own, and with
 * `[own session]` also a session of its own under the DID, tied to the call by time and by the extension alone.
 * It starts a second before the desk phone stops ringing.
 */
export function mobile(line: Line, step: Extract<Step, { what: 'mobile' }>): void {
  const own = line.call.marks.ownSession;
  const src = own ? line.did : line.src;
  const start = line.at - 1;
  const end = line.at + step.seconds + (step.talked ? RING : 0);
  const lifted = step.talked ? line.at + RING : end;
  const talk = { setUp: start, lifted, seconds: step.seconds, tail: `-${src}-${step.number}` };
  write(
    line,
    {
      start,
      answer: lifted,
      end,
      billsec: step.talked ? step.seconds : 0,
      disposition: step.talked ? 'ANSWERED' : 'NO ANSWER',
    },
    {
      src,
      dst: step.number,
      dcontext: 'outbound-route-4',
      clid: `"" <${src}>`,
      channel: `Local/${step.ext}@followme-00000${line.pbx.waveNumber()};2`,
      dstchannel: line.pbx.channel('trunk_2'),
      lastapp: 'Dial',
      lastdata: `PJSIP/${step.number}@trunk_2,,TKXM(record-check,StartMonitor)`,
      uniqueid: line.pbx.uniqueid(start),
      userfield: 'Outbound',
      channel_ext: step.ext,
      dstchannel_ext: 'trunk_2',
      caller_name: '',
      dstanswer: step.talked ? step.number : '',
      session: own ? line.pbx.session(start, src) : line.session,
      action_owner: step.ext,
      action_type: `FOLLOWME[${step.ext}]`,
      src_trunk_name: '',
      dst_trunk_name: 'Operateur SIP',
      wave_src_seqid: '',
      ...(step.talked ? recorded(line, talk) : {}),
    },
  );
  line.at = end;
}
