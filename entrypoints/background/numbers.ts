import { suffixOf } from '../../lib/answers/card-numbers';
import { type NumberPlan, readNumber } from '../../lib/calls/number';
import { readStoredNumbers } from '../../lib/calls/number-stored';
import type { DirectoryParty } from '../../lib/dolibarr/parties';
import type { Settings } from '../../lib/settings/settings';
import { partyKey, type StoredParty, type StoredPhone } from '../../lib/store/parties';

/** How numbers are read, by the settings of now. Made again only when these change, since readers remember by plan. */
export interface Numbers {
  plan(): NumberPlan;
  /** true when numbers are to be read otherwise from now on */
  use(settings: Settings): boolean;
  /** the same for the extensions that the UCM told by name */
  know(extensions: readonly string[]): boolean;
  /** digits of a number of the UCM for the dictionary; '' when it is nobody's from outside */
  digitsOf(raw: string): string;
  toStored(party: DirectoryParty, readAt: number): StoredParty;
}

/** Shorter ones are extensions by their length. */
const isLong = (extension: string) => /^\d{6,}$/.test(extension);

/** `known`: extensions that the UCM told by name. */
export function createNumbers(settings: Settings, known: readonly string[] = []): Numbers {
  let set: NumberPlan = settings.numbers;
  let long = known.filter(isLong);
  let plan = planNow();
  let written = JSON.stringify(plan);
  let byCountry = new Map<string, NumberPlan>();

  function planNow(): NumberPlan {
    return long.length > 0 ? { ...set, extensions: long } : set;
  }

  function follow(): boolean {
    const next = planNow();
    const text = JSON.stringify(next);
    if (text === written) return false;
    plan = next;
    written = text;
    byCountry = new Map();
    return true;
  }

  const planOf = (country: string) => {
    const key = /^[A-Z]{2}$/.test(country) ? country : plan.country;
    let found = byCountry.get(key);
    if (!found) {
      found = { country: key, outsidePrefix: '', own: plan.own };
      byCountry.set(key, found);
    }
    return found;
  };

  return {
    plan: () => plan,
    use(next) {
      set = next.numbers;
      return follow();
    },
    know(extensions) {
      long = extensions.filter(isLong);
      return follow();
    },
    digitsOf(raw) {
      const read = readNumber(raw, plan);
      return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
    },
    toStored(party, readAt) {
      const phones = party.phones.flatMap(({ field, stored }): StoredPhone[] =>
        readStoredNumbers(stored, planOf(party.country)).map((read) => ({
          field,
          stored,
          e164: read.kind === 'outside' || read.kind === 'own' ? (read.e164 ?? '') : '',
          digits: read.kind === 'hidden' ? '' : read.digits,
        })),
      );
      return {
        key: partyKey(party.kind, party.id),
        kind: party.kind,
        id: party.id,
        name: party.name,
        company: party.thirdparty,
        companyName: party.company,
        phones,
        suffixes: [...new Set(phones.map(suffixOf).filter((suffix) => suffix !== ''))],
        readAt,
      };
    },
  };
}
