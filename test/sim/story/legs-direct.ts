import type { Leg } from './leg';
import { type Line, write } from './line';
import { deskDevice, dialData } from './pbx';
import { recorded } from './recording';

/**
 * The first row of most inbound calls: the called number, not answered, no time at all (sample 6).
 * Later rows are forks of it.
 */
export function forkDid(line: Line): void {
  const t = line.at;
  write(
    line,
    { start: t, answer: t, end: t, billsec: 0, disposition: 'NO ANSWER' },
    {
      dst: line.did,
      dcontext: 'ext-did-2',
      lastapp: 'ForkCDR',
      lastdata: 'ae',
      dstchannel_ext: line.did,
      action_type: 'DIAL',
      wave_src_seqid: '',
    },
  );
}

/** Fields of a row in which one phone of the house rings. `dst` is the DID when the PBX wrote no fork before. */
function phone(line: Line, extension: string, dst: string): Partial<Leg> {
  return {
    dst,
    dcontext: dst === extension ? 'from-internal' : 'ext-did-2',
    dstchannel: line.pbx.channel(extension),
    lastapp: 'Dial',
    lastdata: dialData([extension]),
    dstchannel_ext: extension,
    action_type: 'DIAL',
    wave_dst_seqid: line.pbx.waveNumber(),
    device_info_peer: deskDevice(extension),
  };
}

/** A phone rings (`ring` seconds) and somebody talks (`talk` seconds). */
export function answered(line: Line, extension: string, ring: number, talk: number, dst = extension): void {
  const lifted = line.at + ring;
  // The PBX's own counting is now and then a second short of the clock (sample 4: 433 for 434).
  const short = ring > 1 && talk % 2 === 1 ? 1 : 0;
  write(
    line,
    {
      start: line.at,
      answer: lifted,
      end: lifted + talk,
      billsec: talk,
      duration: ring + talk - short,
      disposition: 'ANSWERED',
    },
    {
      ...phone(line, extension, dst),
      dstanswer: extension,
      ...recorded(line, { setUp: line.at, lifted, seconds: talk, tail: `-${line.src}-${extension}` }),
    },
  );
  line.at = lifted + talk;
}

/** A phone rings and nobody lifts: `answer` is filled with the end all the same (sample 11). */
export function rang(line: Line, extension: string, ring: number, dst = extension): void {
  const end = line.at + ring;
  write(line, { start: line.at, answer: end, end, billsec: 0, disposition: 'NO ANSWER' }, phone(line, extension, dst));
  line.at = end;
}

/** The one phone called is engaged. */
export function busy(line: Line, extension: string, dst = extension): void {
  const t = line.at;
  write(line, { start: t, answer: t, end: t, billsec: 0, disposition: 'BUSY' }, phone(line, extension, dst));
}

/** The caller speaks to a machine: sample 12. */
export function voicemail(line: Line, extension: string, length: number): void {
  const t = line.at;
  write(
    line,
    { start: t, answer: t, end: t + length, billsec: length, disposition: 'ANSWERED' },
    {
      dst: extension,
      dcontext: 'from-internal',
      lastapp: 'VoiceMail',
      lastdata: `${extension}@default,n`,
      dstchannel_ext: extension,
      dstanswer: extension,
      action_type: 'VM',
    },
  );
  line.at = t + length;
}

/** The caller listens to a menu: sample 15. */
export function ivr(line: Line, menu: string, length: number): void {
  const t = line.at;
  write(
    line,
    { start: t, answer: t, end: t + length, billsec: length, disposition: 'ANSWERED' },
    {
      dst: menu,
      dcontext: 'ivr-1',
      lastapp: 'ReadExten',
      lastdata: 'KEY,record/Accueil-Duval,,,',
      dstchannel_ext: menu,
      dstanswer: menu,
      action_type: `IVR[${menu}]`,
    },
  );
  line.at = t + length;
}
