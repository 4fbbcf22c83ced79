import { type NumberPlan, readNumber, suffixKey } from '../calls/number';
import type { CallDetail, CallFilter, CardCalls, CardState, PartyRef, SyncState } from '../questions/questions';
import type { CallStore } from '../store/call-store';
import { markOf, readLineKey } from '../store/columns';
import { callsOfNumbers, figuresOf, filterHits, type Hit } from '../store/find-calls';
import type { PartyStore, StoredPhone } from '../store/parties';
import { type CardNumbers, cardNumbers, isOnCard, nameOf, partyOf } from './card-numbers';
import { type CardRecording, recordingOf } from './card-recording';
import { legLines } from './leg-lines';
import { cardLine, shownNumber } from './lines';

export interface CardDeps {
  store: CallStore;
  parties: PartyStore;
  plan(): Promise<NumberPlan>;
  syncState(): Promise<SyncState>;
}

/** Answers about the calls of one card. Who may ask about which card is decided before (lib/questions/rules). */
export interface CardAnswers {
  count(card: PartyRef): Promise<number>;
  calls(card: PartyRef, filter: CallFilter, offset: number, limit: number): Promise<CardCalls>;
  call(card: PartyRef, key: string): Promise<CallDetail | undefined>;
  /** the file of the n-th recording (from 0) of one of the card's calls, and whose it is */
  recording(card: PartyRef, key: string, n: number): Promise<CardRecording | undefined>;
  /** forgets what was found, when calls, parties or settings changed */
  changed(): void;
}

export function createCardAnswers({ store, parties, plan, syncState }: CardDeps): CardAnswers {
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
    return stored && markOf(stored.call.key) === wanted?.mark ? { ...stored, hit } : undefined;
  }

  return {
    changed() {
      last = undefined;
    },

    count: async (card) => (await found(card)).hits.length,

    async calls(card, filter, offset, limit) {
      const [{ numbers, hits }, memory, numberPlan, sync] = await Promise.all([
        found(card),
        store.memory(),
        plan(),
        syncState(),
      ]);
      const shown = filterHits(memory, hits, filter);
      return {
        state: stateOf(numbers, numberPlan, sync),
        all: hits.length,
        figures: figuresOf(shown),
        lines: shown
          .slice(offset, offset + limit)
          .map((hit) => cardLine(memory, numberPlan, hit, card, numbers.matches)),
      };
    },

    async recording(card, key, n) {
      const [opened, { numbers }] = await Promise.all([open(card, key), found(card)]);
      const label = numbers.party ? nameOf(partyOf(numbers.party)).name : '';
      return opened && recordingOf(opened, n, label || shownNumber(opened.call.number, await plan()));
    },

    async call(card, key) {
      const [opened, { numbers }, memory, numberPlan] = await Promise.all([
        open(card, key),
        found(card),
        store.memory(),
        plan(),
      ]);
      if (!opened) return undefined;
      const { call, legs, hit } = opened;
      const match = numbers.matches.get(hit.columns.number[hit.row] ?? 0);
      return {
        line: cardLine(memory, numberPlan, hit, card, numbers.matches),
        did: call.did === '' ? '' : shownNumber(call.did, numberPlan),
        duration: call.duration,
        rung: call.rung,
        lastSpeaker: call.lastSpeaker,
        legs: legLines(legs, call.offset, (raw) => shownNumber(raw, numberPlan)),
        recordings: call.recordings.map((name) => name.replace(/^.*\//, '')),
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

function stateOf(numbers: CardNumbers, plan: NumberPlan, sync: SyncState): CardState {
  // Nobody dialled what stands in Dolibarr: it has no prefix of an outside line.
  const storedPlan = { ...plan, outsidePrefix: '' };
  return {
    party: numbers.party && nameOf(partyOf(numbers.party)),
    numbers: numbers.phones.map(({ owner, phone }) => ({
      field: phone.field,
      stored: phone.stored,
      owner: nameOf(partyOf(owner)),
      usable: usable(phone, storedPlan),
    })),
    sync,
  };
}

function usable(phone: StoredPhone, plan: NumberPlan): CardState['numbers'][number]['usable'] {
  const read = readNumber(phone.e164 === '' ? phone.digits : phone.e164, plan);
  if (read.kind === 'own') return 'own';
  if (read.kind === 'extension') return 'internal';
  return read.kind === 'outside' && suffixKey(read.digits) !== '' ? 'yes' : 'unreadable';
}
