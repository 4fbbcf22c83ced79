import type { Call } from './call';
import type { Row } from './leg';
import { externalLegs, internalLegs, outboundLegs } from './legs-desk';
import { inboundLegs } from './legs-inbound';
import type { Pbx } from './pbx';

/**
 * The rows a UCM writes of one call (sections 3.3, 3.4, 3.8), AcctId still empty: rows are numbered when they are
 * written, and calls interleave. Row times are UTC epoch seconds, their texts local to the PBX's zone.
 */
export function legs(call: Call, pbx: Pbx): Row[] {
  const rows = rowsOf(call, pbx);
  const last = rows.at(-1);
  if (last) last.visibleAt += call.marks.late;
  return rows;
}

function rowsOf(call: Call, pbx: Pbx): Row[] {
  switch (call.way) {
    case 'in':
      return inboundLegs(call, pbx);
    case 'out':
      return outboundLegs(call, pbx);
    case 'internal':
      return internalLegs(call, pbx);
    case 'external':
      return externalLegs(call, pbx);
  }
}

/**
 * Gives rows their AcctId in the order in which they were written: one number per leg, increasing, without gaps
 * (section 3.4), so that calls going on at the same time are mixed.
 */
export function number(rows: readonly Row[], first: number): Row[] {
  const written = [...rows].sort((a, b) => a.visibleAt - b.visibleAt || a.startsAt - b.startsAt);
  written.forEach((row, place) => {
    row.leg.AcctId = String(first + place);
  });
  return written;
}
