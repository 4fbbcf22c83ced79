import { matchRaw, nameOf } from '../../lib/answers/card-numbers';
import { shownNumber } from '../../lib/answers/lines';
import type { UnknownNumber } from '../../lib/answers/unknown-numbers';
import { countryOf } from '../../lib/calls/number-e164';
import { findByNumber } from '../../lib/dolibarr/find-by-number';
import { callsAddress } from '../../lib/dolibarr/page';
import { createThirdpartyOnce, settleThirdparty } from '../../lib/dolibarr/thirdparty-once';
import { AppError } from '../../lib/errors';
import type { PartyRef } from '../../lib/questions/questions';
import type { Handled } from '../../lib/questions/unknown-numbers';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { PartyStore } from '../../lib/store/parties';
import type { Decision, UnknownStore } from '../../lib/store/unknown-numbers';
import type { Connections } from './connections';
import { createLearnParty } from './learn-party';
import type { Numbers } from './numbers';
import type { Change } from './tell-changes';
import { numberToWrite } from './write-number';

export interface MakingParts {
  parties: PartyStore;
  unknown: UnknownStore;
  settings: Pick<SettingsStore, 'read'>;
  connections: Pick<Connections, 'dolibarr' | 'dolibarrReady'>;
  numbers: Numbers;
  changed(what: Change): void;
  /** UTC epoch ms */
  now(): number;
}

/** Thirdparties for numbers, in two halves: made, and some seconds later looked at again. */
export function createThirdpartyMaking({
  parties,
  unknown,
  settings,
  connections,
  numbers,
  changed,
  now,
}: MakingParts) {
  const rest = connections.dolibarr;
  const learn = createLearnParty({ parties, connections, numbers, changed, now });

  /** Somebody has it in Dolibarr since the directory was read. */
  async function alreadyThere(number: UnknownNumber): Promise<Handled | undefined> {
    const { major } = await rest.status();
    const found = await findByNumber(rest, number.digits, major);
    await parties.put(found.map((party) => numbers.toStored(party, now())));
    const reason = (await matchRaw(parties, numbers.plan(), number.raw))?.reasons[0];
    if (!reason) return undefined;
    changed('directory');
    const { root } = (await settings.read()).dolibarr;
    const party = nameOf(reason.party);
    return { what: 'attached', at: now(), party, card: callsAddress(root, party), field: reason.field };
  }

  function wishOf(number: UnknownNumber, name: string) {
    const { stored, e164 } = numberToWrite(number.raw, numbers.plan());
    return {
      digits: number.digits,
      name: cleanName(name) || shownNumber(number.raw, numbers.plan()),
      phone: stored,
      country: e164 === undefined ? numbers.plan().country : countryOf(e164),
    };
  }

  /** First half: kept before it is sent, so that a background that ends in between looks for it afterwards. */
  async function make(number: UnknownNumber, name: string): Promise<void> {
    const wish = wishOf(number, name);
    const { mark } = await unknown.read();
    const begun = {
      what: 'created' as const,
      at: now(),
      id: 0,
      name: wish.name,
      own: true,
      checks: 0,
      doubles: [],
    };
    await unknown.decide(number.digits, begun);
    try {
      const { id, own, doubles } = await createThirdpartyOnce(rest, wish, mark);
      await unknown.decide(number.digits, { ...begun, id: id ?? 0, own, doubles });
    } catch (error) {
      // Refused: nothing was made. Whatever else it was, the next run looks whether something came of it.
      const refused = error instanceof AppError && ['dolibarr-right', 'dolibarr-key'].includes(error.code);
      if (refused) await unknown.decide(number.digits, undefined);
      throw error;
    }
  }

  /** Second half, some seconds later and once more at a later run: only from here on the thirdparty is anybody's. */
  async function lookAgain(digits: string, decision: Decision & { what: 'created' }): Promise<Decision | undefined> {
    const { mark } = await unknown.read();
    const fresh = now() - decision.at < 60_000;
    const { id, own, doubles, removed } = await settleThirdparty(rest, digits, mark, fresh ? 'fresh' : 'later');
    const next = id === undefined ? undefined : { ...decision, id, own, doubles, checks: decision.checks + 1 };
    await unknown.decide(digits, next);
    for (const gone of removed) await forget('thirdparty', gone);
    if (id !== undefined) await learn({ kind: 'thirdparty', id });
    return next;
  }

  /** What was looked at fewer times than this. */
  async function lookAtMade(times: number): Promise<void> {
    for (const [digits, decision] of Object.entries((await unknown.read()).decisions)) {
      if (decision.what !== 'created' || decision.checks >= times) continue;
      await connections.dolibarrReady();
      await lookAgain(digits, decision);
    }
  }

  async function forget(kind: PartyRef['kind'], id: number): Promise<void> {
    await parties.dropOthers({ kind, after: id - 1, until: id }, [], Number.POSITIVE_INFINITY);
    changed('directory');
  }

  return { alreadyThere, make, lookAgain, lookAtMade, learn, forget };
}

/** What a stranger sent becomes a name in Dolibarr: one line of text. */
export function cleanName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}<>]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}
