import type { Direction, Outcome } from '../calls/call';
import { wentThroughQueue } from '../calls/leg-kind';
import type { NumberPlan } from '../calls/number';
import type { UnnamedCall } from '../calls/unnamed-call';
import type { CallDetail, CallFilter, CardCalls, PartyRef, SyncState } from '../questions/questions';
import type { CallStore } from '../store/call-store';
import { markOf, readLineKey } from '../store/columns';
import { callsOfNumbers, figuresOf, filterHits, type Hit } from '../store/find-calls';
import type { NoteStore } from '../store/notes';
import type { PartyStore } from '../store/parties';
import type { StaffNames } from '../store/staff';
import { notedCall } from './calls-to-log';
import { type CardNumbers, cardNumbers, isOnCard, nameOf, partyOf } from './card-numbers';
import { stateOf } from './card-state';
import { legLines } from './leg-lines';
import { cardLine, shownNumber } from './lines';
import { notedCalls } from './noted-calls';
import { extensionsOf, staffIn } from './staff-names';
import { maySound, unnamedRecordings } from './unnamed';

export interface CardDeps {
  store: CallStore;
  parties: PartyStore;
  notes: NoteStore;
  plan(): Promise<NumberPlan>;
  syncState(): Promise<SyncState>;
  /** recordings of a call that its rows do not name and that were found otherwise */
  foundRecordings(key: string): Promise<string[]>;
  /** names of extensions; absent: none is known */
  staff?(): Promise<StaffNames>;
}

export interface CardRecording {
  /** as the UCM names the file */
  name: string;
  /** the call went through a queue or was transferred */
  queue: boolean;
  /** recordings of the call */
  of: number;
  /** of the card */
  label: string;
  /** as the UCM wrote it */
  number: string;
  /** UTC epoch seconds */
  startedAt: number;
  endedAt: number;
}

/** One of the card's calls, for the event in Dolibarr that a note on it becomes. Times: UTC epoch seconds. */
export interface CardNoted {
  id: string;
  keys: string[];
  start: number;
  end: number;
  direction: Direction;
  outcome: Outcome;
  /** as a person writes it; '' when hidden */
  number: string;
  /** 0 for none */
  thirdparty: number;
  contact: number;
}

/** Answers about the calls of one card. Who may ask about which card is decided before (lib/questions/rules). */
export interface CardAnswers {
  count(card: PartyRef): Promise<number>;
  calls(card: PartyRef, filter: CallFilter, offset: number, limit: number): Promise<CardCalls>;
  call(card: PartyRef, key: string): Promise<CallDetail | undefined>;
  /** the file of the n-th recording (from 0) of one of the card's calls, and whose it is */
  recording(card: PartyRef, key: string, n: number): Promise<CardRecording | undefined>;
  /** a call as a note on it needs it */
  noted(card: PartyRef, key: string): Promise<CardNoted | undefined>;
  /** what to ask the UCM by for recordings that the rows of the call do not name; undefined when there is nothing to ask */
  unnamed(card: PartyRef, key: string): Promise<UnnamedCall | undefined>;
  /** forgets what was found, when calls, parties or settings changed */
  changed(): void;
}

export function createCardAnswers(deps: CardDeps): CardAnswers {
  const { store, parties, notes, plan, syncState, foundRecordings, staff } = deps;
  // A panel asks again for each page and filter: what the card's calls are is found once until something changes.
  let last: { card: string; found: Promise<{ numbers: CardNumbers; hits: Hit[] }> } | undefined;

  async function find(card: PartyRef) {
    const numbers = await cardNumbers(store, parties, await plan(), card);
    return { numbers, hits: await callsOfNumbers(store, new Set(numbers.matches.keys())) };
  }

  function found(card: PartyRef) {
    const name = `${card.kind}:${card.id}`;
    if (last?.card !== name) {
      const asked = { card: name, found: find(card) };
      last = asked;
      asked.found.catch(() => {
        if (last === asked) last = undefined;
      });
    }
    return last.found;
  }

  /** A call of the card with its legs. */
  async function open(card: PartyRef, key: string) {
    const wanted = readLineKey(key);
    const { hits } = await found(card);
    const hit = hits.find(
      ({ columns, row }) => columns.start[row] === wanted?.start && columns.mark[row] === wanted?.mark,
    );
    if (!hit) return undefined;
    const stored = (await store.rows(hit.columns.id))[hit.row];
    if (!stored || markOf(stored.call.key) !== wanted?.mark) return undefined;
    const { recordings: named } = stored.call;
    return { ...stored, hit, recordings: named.length > 0 ? named : await foundRecordings(stored.call.key) };
  }

  return {
    changed() {
      last = undefined;
    },

    count: async (card) => (await found(card)).hits.length,

    async calls(card, filter, offset, limit) {
      const [{ numbers, hits }, memory, numberPlan, sync, noted] = await Promise.all([
        found(card),
        store.memory(),
        plan(),
        syncState(),
        notedCalls(notes, Boolean(filter.text)),
      ]);
      const shown = filterHits(memory, hits, filter, noted.textOf);
      return {
        state: stateOf(numbers, numberPlan, sync),
        all: hits.length,
        figures: figuresOf(shown),
        lines: shown
          .slice(offset, offset + limit)
          .map((hit) => cardLine(memory, numberPlan, hit, card, numbers.matches, noted)),
      };
    },

    async noted(card, key) {
      const [opened, { numbers }] = await Promise.all([open(card, key), found(card)]);
      if (!opened) return undefined;
      const { call, legs, hit } = opened;
      const match = numbers.matches.get(hit.columns.number[hit.row] ?? 0);
      const owners = (match?.reasons ?? []).map(({ party }) => party).filter((party) => isOnCard(party, card));
      const contacts = new Set(owners.flatMap(({ kind, id }) => (kind === 'contact' ? [id] : [])));
      const [contact = 0] = contacts;
      return {
        ...notedCall(call, legs, await plan()),
        thirdparty: card.kind === 'thirdparty' ? card.id : (numbers.party?.company ?? 0),
        contact: card.kind === 'contact' ? card.id : contacts.size === 1 ? contact : 0,
      };
    },

    async recording(card, key, n) {
      const [opened, { numbers }] = await Promise.all([open(card, key), found(card)]);
      const name = opened?.recordings[n];
      if (!opened || name === undefined) return undefined;
      const { call, legs } = opened;
      return {
        name,
        queue: wentThroughQueue(legs),
        of: opened.recordings.length,
        label: numbers.party ? nameOf(partyOf(numbers.party)).name : shownNumber(call.number, await plan()),
        number: call.number,
        startedAt: call.start,
        endedAt: call.start + call.duration,
      };
    },

    async unnamed(card, key) {
      const opened = await open(card, key);
      return opened && unnamedRecordings(opened.call, opened.legs);
    },

    async call(card, key) {
      const [opened, { numbers }, memory, numberPlan, noted, names] = await Promise.all([
        open(card, key),
        found(card),
        store.memory(),
        plan(),
        notedCalls(notes, false),
        staff?.() ?? new Map<string, string>(),
      ]);
      if (!opened) return undefined;
      const { call, legs, hit, recordings } = opened;
      const match = numbers.matches.get(hit.columns.number[hit.row] ?? 0);
      const line = cardLine(memory, numberPlan, hit, card, numbers.matches, noted);
      const told = legLines(legs, call.offset, (raw) => shownNumber(raw, numberPlan));
      return {
        line,
        ...staffIn(names, extensionsOf(line, call, told)),
        did: call.did === '' ? '' : shownNumber(call.did, numberPlan),
        duration: call.duration,
        rung: call.rung,
        lastSpeaker: call.lastSpeaker,
        legs: told,
        recordings: recordings.map((name) => name.replace(/^.*\//, '')),
        unnamed: recordings.length === 0 && maySound(legs),
        reasons: (match?.reasons ?? [])
          .filter(({ party }) => isOnCard(party, card))
          .map(({ strength, party, field, stored: written }) => ({
            strength,
            party: nameOf(party),
            field,
            stored: written,
          })),
      };
    },
  };
}
