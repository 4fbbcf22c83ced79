import {
  findUnknown,
  handledOf,
  type UnknownNumber,
  unknownAnswer,
  verdictOf,
} from '../../lib/answers/unknown-numbers';
import { whatRulesWould } from '../../lib/answers/unknown-would';
import type { Ground } from '../../lib/calls/unknown-number';
import { detachNumber } from '../../lib/dolibarr/attach-number';
import { removeUnused } from '../../lib/dolibarr/thirdparty-once';
import { mayCreateAlone, readThirdpartyRights } from '../../lib/dolibarr/thirdparty-rights';
import { AppError } from '../../lib/errors';
import type { Handled, UnknownQuestions } from '../../lib/questions/unknown-numbers';
import type { CallStore } from '../../lib/store/call-store';
import type { Decision } from '../../lib/store/unknown-numbers';
import { createThirdpartyMaking, type MakingParts } from './thirdparty-making';
import { numberToWrite, writeNumber } from './write-number';

export interface UnknownParts extends MakingParts {
  store: CallStore;
  /** resolves after so many ms */
  wait(ms: number): Promise<void>;
  /** from 0 to below 1 */
  random(): number;
  /** time zone of this computer */
  zone(): string;
}

/** Settings are not changed here. */
type Answered = Exclude<keyof UnknownQuestions, 'own.unknownBlock'>;

type Answers = {
  [N in Answered]: (asked: UnknownQuestions[N]['asked']) => Promise<UnknownQuestions[N]['answered']>;
};

export interface UnknownNumbers {
  answers: Answers;
  /** after each synchronisation: looks again at what was made, and makes what the rules say; tells how many */
  afterSync(): Promise<number>;
}

/** ms after which a slower browser's thirdparty is seen */
const LOOK_AGAIN = 4000;
/** ms by chance before anything is made alone: ten browsers see a call at the same instant */
const JITTER = 1500;
/** Thirdparties made by one run: rules that were meant otherwise are to be noticed early. */
const MOST = 20;

/** Numbers that nobody has: shown, made into thirdparties, attached, ignored, undone. */
export function createUnknownNumbers(parts: UnknownParts): UnknownNumbers {
  const { store, parties, unknown, settings, connections, numbers, wait, random, zone, now } = parts;
  const rest = connections.dolibarr;
  const { alreadyThere, make, lookAgain, lookAtMade, learn, forget } = createThirdpartyMaking(parts);

  async function ground(): Promise<Ground> {
    const since = (await unknown.read()).automaticSince;
    return { country: numbers.plan().country, zone: zone(), since: (since ?? Number.POSITIVE_INFINITY) / 1000 };
  }

  async function find(digits: string): Promise<UnknownNumber> {
    const found = (await findUnknown(store, numbers.plan())).find((number) => number.digits === digits);
    if (!found) throw new AppError('invalid-question');
    return found;
  }

  async function handled(decision: Decision): Promise<Handled> {
    return handledOf(decision, (await settings.read()).dolibarr.root);
  }

  async function undo(digits: string, decision: Decision | undefined): Promise<boolean> {
    if (!decision) return true;
    if (decision.what === 'created') {
      if (!decision.own || !(await removeUnused(rest, decision.id))) return false;
      await forget('thirdparty', decision.id);
      // the rules would make it anew
      await unknown.decide(digits, { what: 'ignored', at: now() });
      return true;
    }
    if (decision.what === 'attached') {
      // what stood there before is not ours to take out
      if (decision.written !== false && !(await detachNumber(rest, decision, decision.field, decision.stored)))
        return false;
      await learn(decision);
    }
    await unknown.decide(digits, undefined);
    return true;
  }

  const answers: Answers = {
    async 'own.unknown'(asked) {
      const { unknown: rules, dolibarr } = await settings.read();
      const [found, record, where] = await Promise.all([findUnknown(store, numbers.plan()), unknown.read(), ground()]);
      const limit = Math.min(asked.limit, 200);
      return unknownAnswer(found, record, numbers.plan(), rules, where, dolibarr.root, { ...asked, limit });
    },
    async 'own.unknownWould'() {
      const { unknown: rules } = await settings.read();
      const plan = numbers.plan();
      const [found, record, where] = await Promise.all([findUnknown(store, plan), unknown.read(), ground()]);
      return whatRulesWould(found, record, plan, rules, where, Math.floor(now() / 1000));
    },
    async 'own.unknownCreate'({ digits, name, many = false }) {
      await connections.dolibarrReady();
      const number = await find(digits);
      const there = await alreadyThere(number);
      if (there) return there;
      await make(number, name);
      const made = (await unknown.read()).decisions[digits];
      if (many && made) return handled(made);
      await wait(LOOK_AGAIN);
      const sure = made?.what === 'created' ? await lookAgain(digits, made) : made;
      if (!sure) throw new AppError('dolibarr-answer', { reason: 'id' });
      return handled(sure);
    },
    async 'own.unknownLook'() {
      await wait(LOOK_AGAIN);
      await lookAtMade(1);
      return undefined;
    },
    async 'own.unknownAttach'({ digits, party }) {
      await connections.dolibarrReady();
      const number = await find(digits);
      const toWrite = numberToWrite(number.raw, numbers.plan());
      const attached = await writeNumber(rest, learn, party, toWrite);
      if (!attached) return undefined;
      const { name = '', companyName = '' } = (await parties.get(party.kind, party.id)) ?? {};
      const decision = {
        what: 'attached' as const,
        at: now(),
        ...party,
        name,
        company: companyName,
        field: attached.field,
        stored: toWrite.stored,
        written: attached.written,
      };
      await unknown.decide(digits, decision);
      return handled(decision);
    },
    async 'own.unknownIgnore'({ digits }) {
      await unknown.decide(digits, { what: 'ignored', at: now() });
      return undefined;
    },
    async 'own.unknownUndo'({ digits }) {
      const decision = (await unknown.read()).decisions[digits];
      if (decision && decision.what !== 'ignored') await connections.dolibarrReady();
      return undo(digits, decision);
    },
    async 'own.parties'({ text, limit }) {
      const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean);
      if (words.length === 0) return [];
      const found = await parties.named(words, Math.min(limit, 50));
      return found.map(({ kind, id, name, companyName }) => ({ kind, id, name, company: companyName }));
    },
  };

  async function makeByRules(): Promise<number> {
    const { unknown: rules } = await settings.read();
    const { automaticSince, decisions } = await unknown.read();
    const automatic = rules.mode === 'automatic';
    if (automatic !== (automaticSince !== undefined)) await unknown.automaticSince(automatic ? now() : undefined);
    // what is there when the rules begin to make is older than they are
    if (!automatic || automaticSince === undefined) return 0;
    const plan = numbers.plan();
    const where = await ground();
    const wanted = (await findUnknown(store, plan)).filter(
      (number) => !decisions[number.digits] && verdictOf(number, plan, rules, where) === 'create',
    );
    if (wanted.length === 0) return 0;
    await connections.dolibarrReady();
    // elsewhere the number waits in the review
    if (!mayCreateAlone(await readThirdpartyRights(rest), rules.creator)) return 0;
    await wait(random() * JITTER);
    let made = 0;
    for (const number of wanted.slice(0, MOST)) {
      if (await alreadyThere(number)) continue;
      await make(number, number.name);
      made++;
    }
    await wait(LOOK_AGAIN);
    await lookAtMade(1);
    return made;
  }

  return {
    answers,
    async afterSync() {
      await lookAtMade(2);
      return makeByRules();
    },
  };
}
