import { type Line, write } from './line';
import { recorded } from './recording';

/** The caller enters a conference room. The action's name follows the UI's list of action types (section 3.3). */
export function conference(line: Line, room: string, length: number): void {
  const t = line.at;
  write(
    line,
    { start: t, answer: t, end: t + length, billsec: length, disposition: 'ANSWERED' },
    {
      dst: room,
      dcontext: 'from-internal',
      lastapp: 'ConfBridge',
      lastdata: `${room},,user_${room}`,
      dstchannel_ext: room,
      dstanswer: room,
      action_type: `CONFERENCE[${room}]`,
      ...recorded(line, {
        setUp: t,
        lifted: t,
        seconds: length,
        tail: `meetme-conf-rec-${room}-${line.uniqueid}-${t}`,
      }),
    },
  );
  line.at = t + length;
}

/** A fax machine answers for an extension. */
export function fax(line: Line, extension: string, length: number): void {
  const t = line.at;
  write(
    line,
    { start: t, answer: t, end: t + length, billsec: length, disposition: 'ANSWERED' },
    {
      dst: extension,
      dcontext: 'from-internal',
      lastapp: 'ReceiveFAX',
      lastdata: '/var/spool/asterisk/fax/in.tif',
      dstchannel_ext: extension,
      dstanswer: extension,
      action_type: 'FAX',
    },
  );
  line.at = t + length;
}
