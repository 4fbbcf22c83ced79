import type { AppError } from '../../../lib/errors';
import type {
  Ask,
  CallDetail,
  CallLine,
  CardCalls,
  CardState,
  PartyName,
  SyncState,
} from '../../../lib/questions/questions';

/** Monday 23 November 2026, 14:12 where the browser is. */
export const now = Math.floor(new Date(2026, 10, 23, 14, 12).getTime() / 1000);
const minutes = 60;
const hours = 3600;
const days = 86_400;

export const garage: PartyName = { kind: 'thirdparty', id: 2, name: 'Garage Lefèvre', company: '' };
export const claire: PartyName = { kind: 'contact', id: 7, name: 'Claire Morel', company: 'Garage Lefèvre' };
const carrosserie: PartyName = { kind: 'thirdparty', id: 9, name: 'Carrosserie du Port', company: '' };

const line: CallLine = {
  key: '',
  start: now,
  direction: 'in',
  type: 'direct',
  outcome: 'answered',
  number: '06 39 98 12 34',
  rawNumber: '0639981234',
  name: '',
  extension: '203',
  through: '',
  ring: 8,
  talk: 192,
  noted: false,
  recordings: 0,
  open: false,
  strength: 'exact',
  others: [],
};

/** The calls of the garage, newest first. */
export const garageCalls: CallLine[] = [
  {
    ...line,
    key: 'missed',
    start: now - 7 * minutes,
    outcome: 'missed',
    type: 'queue',
    through: '6500',
    extension: '',
    talk: 0,
    open: true,
  },
  { ...line, key: 'answered', start: now - 3 * hours, recordings: 2, name: 'LEFEVRE PAUL' },
  {
    ...line,
    key: 'probable',
    start: now - days,
    strength: 'probable',
    number: '01 99 00 45 68',
    others: [carrosserie],
  },
  {
    ...line,
    key: 'out',
    start: now - 5 * days,
    direction: 'out',
    outcome: 'unanswered',
    talk: 0,
    number: '01 99 00 45 67',
  },
  {
    ...line,
    key: 'hidden',
    start: now - 40 * days,
    number: '',
    rawNumber: '',
    type: 'ivr',
    outcome: 'menu',
    talk: 0,
    extension: '',
  },
];

export const idle: SyncState = {
  phase: 'idle',
  lastRun: now - 4 * minutes,
  lastSuccess: now - 4 * minutes,
  nextRun: now + 11 * minutes,
  newCalls: 0,
  calls: 2031,
  setAside: {},
  gaps: [],
  directory: { parties: 812, lastRun: now - hours },
};

export interface Card {
  calls: CallLine[];
  sync: SyncState;
  numbers: CardState['numbers'];
  party: PartyName | undefined;
  details: Record<string, CallDetail>;
  /** questions that fail, by name */
  failing: Partial<Record<string, AppError>>;
  /** answers wait until this is called, while it is set */
  held: (() => void)[] | undefined;
}

export function garageCard(part: Partial<Card> = {}): Card {
  return {
    calls: garageCalls,
    sync: idle,
    numbers: [{ field: 'phone', stored: '01 99 00 45 67', owner: garage, usable: 'yes' }],
    party: garage,
    details: { answered: answeredDetail },
    failing: {},
    held: undefined,
    ...part,
  };
}

export interface Questioned {
  ask: Ask;
  /** every question so far, as name and input */
  asked: { name: string; input: Record<string, unknown> }[];
}

/** A background that knows one card; what the card is may change between two questions. */
export function askAbout(card: Card): Questioned {
  const asked: Questioned['asked'] = [];
  const answer = (name: string, input: Record<string, unknown>): unknown => {
    if (name === 'card.calls') return callsOf(card, input);
    if (name === 'card.call') return card.details[String(input['key'])];
    if (name === 'card.sync') return { ...card.sync, phase: 'running' };
    return undefined;
  };
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const known = input as Record<string, unknown>; // every card question carries an object
    asked.push({ name, input: known });
    const answered = answer(name, known);
    if (card.held) await new Promise<void>((resolve) => card.held?.push(resolve));
    const failure = card.failing[name];
    if (failure) throw failure;
    return answered;
  };
  return { ask: ask as Ask, asked }; // the answers above are those of the contract
}

function callsOf(card: Card, input: Record<string, unknown>): CardCalls {
  const filter = input['filter'] as Record<string, string | number | boolean>; // as the panel sends it
  const offset = Number(input['offset']);
  const kept = card.calls.filter(
    (call) =>
      (!filter['direction'] || call.direction === filter['direction']) &&
      (!filter['type'] || call.type === filter['type']) &&
      (!filter['outcome'] || call.outcome === filter['outcome']) &&
      (!filter['open'] || call.open) &&
      call.start >= Number(filter['from'] ?? 0) &&
      call.start < Number(filter['until'] ?? Number.POSITIVE_INFINITY) &&
      `${call.number} ${call.name} ${call.extension}`.includes(String(filter['text'] ?? '')),
  );
  return {
    state: { party: card.party, numbers: card.numbers, sync: card.sync },
    all: card.calls.length,
    figures: {
      calls: kept.length,
      answered: kept.filter((call) => call.outcome === 'answered').length,
      talk: kept.reduce((sum, call) => sum + call.talk, 0),
      last: kept[0]?.start ?? 0,
      missed: kept.filter((call) => call.outcome === 'missed').length,
      open: kept.filter((call) => call.open).length,
    },
    lines: kept.slice(offset, offset + Number(input['limit'])),
  };
}

const start = now - 3 * hours;
const answeredDetail: CallDetail = {
  line: { ...line, key: 'answered', start, recordings: 2, others: [carrosserie] },
  did: '01 99 00 10 00',
  duration: 265,
  rung: ['201', '202', '203'],
  lastSpeaker: '204',
  recordings: ['auto-1.wav', 'auto-2.wav'],
  unnamed: false,
  legs: [
    { start, duration: 20, talk: 0, role: 'rang', target: '201' },
    { start, duration: 20, talk: 0, role: 'rang', target: '202' },
    { start: start + 20, duration: 192, talk: 192, role: 'talked', target: '203' },
    { start: start + 212, duration: 53, talk: 38, role: 'talked', target: '204' },
  ],
  reasons: [{ strength: 'exact', party: claire, field: 'phone_mobile', stored: '06.39.98.12.34' }],
};
