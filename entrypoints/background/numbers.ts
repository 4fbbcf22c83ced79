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
  /** digits of a number of the UCM for the dictionary; '' when it is nobody's from outside */
  digitsOf(raw: string): string;
  toStored(party: DirectoryParty, readAt: number): StoredParty;
}

export function createNumbers(settings: Settings): Numbers {
  let plan: NumberPlan = settings.numbers;
  let written = JSON.stringify(plan);
  let byCountry = new Map<string, NumberPlan>();

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
      const text = JSON.stringify(next.numbers);
      if (text === written) return false;
      plan = next.numbers;
      written = text;
      byCountry = new Map();
      return true;
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
