import { callsAddress } from '../dolibarr/page';
import type { JournalCall, JournalLine } from '../questions/journal';
import { lineKey } from '../store/columns';
import type { Hit } from '../store/find-calls';
import { nameOf } from './card-numbers';
import type { Known } from './journal';
import { legLines } from './leg-lines';
import { baseLine, shownNumber } from './lines';
import type { OpenedCall } from './opened-call';
import { extensionsOf, staffIn } from './staff-names';
import { maySound } from './unnamed';

export function journalLine(all: Known, hit: Hit): JournalLine {
  const match = all.who.match(hit.columns.number[hit.row] ?? 0);
  const line = baseLine(all.memory, all.plan, hit);
  return {
    ...line,
    ...staffIn(all.staff, [line.extension, line.through]),
    noted: all.noted.isNoted(hit.columns, hit.row),
    strength: match?.strength,
    trunk: all.memory.extensions.text(hit.columns.trunk?.[hit.row] ?? 0),
    parties: (match?.answers ?? []).map(({ party }) => ({
      ...nameOf(party),
      card: all.root === '' ? '' : callsAddress(all.root, party),
    })),
  };
}

/** All of one call, but what stands beside it. */
export function journalCall(all: Known, opened: OpenedCall): Omit<JournalCall, 'before' | 'after'> {
  const { hit, call, legs, recordings } = opened;
  const match = all.who.match(hit.columns.number[hit.row] ?? 0);
  const told = legLines(legs, call.offset, (raw) => shownNumber(raw, all.plan));
  const line = journalLine(all, hit);
  return {
    line: { ...line, trunk: call.trunk },
    ...staffIn(all.staff, extensionsOf(line, call, told)),
    did: call.did === '' ? '' : shownNumber(call.did, all.plan),
    duration: call.duration,
    rung: call.rung,
    lastSpeaker: call.lastSpeaker,
    legs: told,
    recordings: recordings.map((name) => name.replace(/^.*\//, '')),
    unnamed: recordings.length === 0 && maySound(legs),
    reasons: (match?.reasons ?? []).map(({ strength, party, field, stored: written }) => ({
      strength,
      party: nameOf(party),
      field,
      stored: written,
    })),
    offset: call.offset,
    raw: legs.map((leg) => Object.entries(leg).map(([name, value]) => [name, String(value)] as const)),
  };
}

export function keyOf(hit: Hit | undefined): string {
  return hit ? lineKey(hit.columns.start[hit.row] ?? 0, hit.columns.mark[hit.row] ?? 0) : '';
}
