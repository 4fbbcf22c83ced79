import { matchRaw, nameOf } from '../../lib/answers/card-numbers';
import { eventKeys } from '../../lib/calls/event-keys';
import { formatNumber, readNumber } from '../../lib/calls/number';
import { isSameNumber } from '../../lib/calls/same-number';
import { AppError } from '../../lib/errors';
import { stayAwake } from '../../lib/hands/stay-awake';
import type { SavedView } from '../../lib/questions/journal-look';
import type { AboutNumber, ExportedCall } from '../../lib/questions/personal';
import type { PartyName } from '../../lib/questions/questions';
import { callsAbout, isCallAbout, notationsOf } from '../../lib/store/calls-about';
import { lineKey, markOf } from '../../lib/store/columns';
import { numberName, rawName } from '../../lib/store/erased';
import type { NoteRecord } from '../../lib/store/notes';
import { removeCalls } from '../../lib/store/remove-calls';
import type { StoredCall } from '../../lib/store/segment';
import type { Answers } from './answers';
import type { JournalLookStore } from './journal-look';
import type { Parts } from './parts';
import { isViewAbout } from './views-about';

/** Calls in one part of an export: a message must stay short of a megabyte. */
const PART = 100;

/** UTC epoch seconds */
const now = () => Math.floor(Date.now() / 1000);

type PersonalQuestion = 'options.aboutNumber' | 'options.exportNumber' | 'options.eraseNumber';

/** What is kept about one telephone number: told, handed over, erased. */
export function personalAnswers(parts: Parts, look: JournalLookStore): Pick<Answers, PersonalQuestion> {
  const { store, notes, copies, secrets, numbers, recordings, changed } = parts;
  /** of the export under way: its parts are of one reading */
  let exported: { digits: string; calls: StoredCall[] } | undefined;

  function read(text: string): { kind: AboutNumber['kind']; digits: string } {
    const found = readNumber(text, { ...numbers.plan(), outsidePrefix: '' });
    if (found.kind === 'hidden' || (found.kind === 'outside' && found.digits.length < 6)) {
      return { kind: 'unreadable', digits: '' };
    }
    if (found.kind === 'extension') return { kind: 'internal', digits: '' };
    return { kind: found.kind, digits: found.e164 ?? found.digits };
  }

  function readOutside(text: string): string {
    const { kind, digits } = read(text);
    if (kind !== 'outside') throw new AppError('invalid-question');
    return digits;
  }

  const notesOf = async ({ call, legs }: StoredCall): Promise<NoteRecord[]> => {
    const [own, others] = await Promise.all([notes.get(call.key), notes.find(eventKeys(call, legs))]);
    return [...new Map([...(own ? [own] : []), ...others].map((record) => [record.id, record])).values()];
  };

  const partiesOf = async (digits: string): Promise<PartyName[]> => {
    const match = await matchRaw(parts.parties, numbers.plan(), digits);
    const found = (match?.reasons ?? []).map(({ party }) => nameOf(party));
    return [...new Map(found.map((party) => [`${party.kind}:${party.id}`, party])).values()];
  };

  const viewTest = (digits: string, calls: readonly StoredCall[], having: readonly PartyName[]) => {
    const theirs = calls.filter(({ call }) => isSameNumber(store.digitsOf(call.number), digits));
    const names = [...new Set(theirs.map(({ call }) => call.name))];
    return (view: SavedView) => isViewAbout(view, { digits, digitsOf: store.digitsOf, names, parties: having });
  };

  const copiesOf = async (calls: readonly StoredCall[]): Promise<string[]> => {
    const lines = new Set(calls.map(({ call }) => lineKey(call.start, markOf(call.key))));
    return (await copies.all()).map(({ id }) => id).filter((id) => lines.has(id.replace(/\/.*/, '')));
  };

  async function exportedCall(stored: StoredCall): Promise<ExportedCall> {
    const { call, legs } = stored;
    const { direction, type, outcome, number, name, extension, trunk, duration, talk } = call;
    const written = (await notesOf(stored)).map(async ({ pending, known, onlyMe }) => ({
      public: [pending?.public, ...known.map((note) => note.public)].filter((text) => text).join('\n'),
      private: [pending?.private, ...known.map((note) => note.private)].filter((text) => text).join('\n'),
      onlyMe: (await Promise.all((onlyMe ?? []).map(secrets.unseal))).join('\n'),
    }));
    return {
      start: new Date(call.start * 1000).toISOString(),
      ...{ direction, type, outcome, number, name, extension, trunk, duration, talk, recordings: call.recordings },
      notes: await Promise.all(written),
      legs,
    };
  }

  /** All rows are read: with a year of calls that takes longer than a worker lives by itself. */
  async function awake<T>(work: () => Promise<T>): Promise<T> {
    const sleep = stayAwake();
    try {
      return await work();
    } finally {
      sleep();
    }
  }

  return {
    'options.aboutNumber': ({ number }) =>
      awake(async () => {
        const { kind, digits } = read(number);
        const none = {
          kind,
          number: number.slice(0, 40),
          calls: 0,
          from: 0,
          until: 0,
          copies: 0,
          notes: 0,
          views: [],
          parties: [],
        };
        if (kind !== 'outside') return none;
        const calls = await callsAbout(store, digits);
        const noted = await Promise.all(calls.map(notesOf));
        const having = await partiesOf(digits);
        const { views } = await look.read();
        return {
          kind,
          number: formatNumber(digits, numbers.plan().country),
          calls: calls.length,
          from: calls[0]?.call.start ?? 0,
          until: calls.at(-1)?.call.start ?? 0,
          copies: (await copiesOf(calls)).length,
          notes: new Set(noted.flat().map(({ id }) => id)).size,
          views: views.filter(viewTest(digits, calls, having)),
          parties: having,
        };
      }),

    'options.exportNumber': ({ number, at }) =>
      awake(async () => {
        const digits = readOutside(number);
        if (at === 0 || exported?.digits !== digits) exported = { digits, calls: await callsAbout(store, digits) };
        const { calls } = exported;
        const part = await Promise.all(calls.slice(at, at + PART).map(exportedCall));
        const next = at + PART;
        if (next < calls.length) return { calls: part, next };
        exported = undefined;
        return { calls: part };
      }),

    'options.eraseNumber': ({ number }) =>
      awake(async () => {
        const digits = readOutside(number);
        exported = undefined;
        const calls = await callsAbout(store, digits);
        const [copied, noted] = await Promise.all([copiesOf(calls), Promise.all(calls.map(notesOf))]);
        // Before anything goes: a poll that comes in between brings nothing back.
        const notations = [...notationsOf(store, calls, digits), number];
        const read = notations.map(store.digitsOf).filter((one) => one !== '');
        await store.erased.mark([digits, ...read].map(numberName), now());
        await store.erased.mark(notations.map(rawName), now());
        if (copied.length > 0) await recordings.ownCommand({ do: 'stop' });
        for (const id of copied) await copies.remove(id);
        const ids = new Set(noted.flat().map(({ id }) => id));
        for (const id of ids) await notes.remove(id);
        await parts.found.forget(calls.map(({ call }) => call.key));
        const { decisions } = await parts.unknown.read();
        for (const decided of Object.keys(decisions)) {
          if (isSameNumber(decided, digits)) await parts.unknown.decide(decided, undefined);
        }
        const views = await look.removeAll(viewTest(digits, calls, await partiesOf(digits)));
        const gone = await removeCalls(store, isCallAbout(store, digits));
        changed('calls');
        await parts.showMissedCount();
        return { calls: gone.length, copies: copied.length, notes: ids.size, views };
      }),
  };
}
