/**
 * The one place that knows numbering plans. libphonenumber's small metadata: it checks the shape of a country's
 * numbers, not which ranges are handed out today, so a new or fictitious range (France's 06 39 98) is not refused.
 */
import parse, {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type PhoneNumber,
} from 'libphonenumber-js/min';
import { digitsOf } from './number-clean';

export interface NormalNumber {
  /** `+33639981234` */
  e164: string;
  /** written with + or 00, so that its country is not a guess */
  international: boolean;
}

/** No number of the world has more (E.164: 15, and three for a prefix). */
const longest = 18;

/**
 * `dialled` (digits, perhaps a `+` in front) in E.164, read by a person of `country`; undefined when it is no
 * number of that shape, or when more than one reading is possible.
 */
export function toE164(dialled: string, country: string): NormalNumber | undefined {
  if (dialled.length > longest + 1) return undefined;
  if (dialled.startsWith('+')) return written(valid(dialled), true);
  if (dialled.startsWith('00')) {
    const number = written(valid(`+${dialled.slice(2)}`), true);
    if (number) return number;
  }
  if (!isSupportedCountry(country)) return undefined;
  const national = valid(dialled, country);
  if (dialled.startsWith('0')) return written(national, false);
  return withoutPrefix(dialled, country, national);
}

/**
 * A number that begins with neither + nor 0. In an open plan (Germany) it may be a local number without area code,
 * so it counts only with its country code; where the area code is always dialled (France, Belgium, Switzerland)
 * the digits can mean one thing only.
 */
function withoutPrefix(dialled: string, country: CountryCode, national: PhoneNumber | undefined) {
  if (national && isWhole(national, dialled, country)) return written(national, false);
  const plan = planOf(country);
  const long = dialled.length >= 10;
  if (long && dialled.startsWith(plan.callingCode)) {
    const own = valid(`+${dialled}`);
    if (own) return written(own, true);
  }
  if (!plan.closed) return undefined;
  return written(national, false) ?? (long ? written(valid(`+${dialled}`), true) : undefined);
}

/** Nothing is missing in front: the country has no trunk prefix (Spain, Italy), or it is there (Russia's 8). */
function isWhole(number: PhoneNumber, dialled: string, country: CountryCode): boolean {
  if (digitsOf(number.formatNational()) !== dialled) return false;
  return valid(`0${dialled}`, country)?.number !== number.number;
}

/** ISO 3166 code of the country of an E.164 number; '' where the small metadata cannot tell. */
export function countryOf(e164: string): string {
  return parse(e164, { extract: false })?.country ?? '';
}

/** Our country's numbers as one writes them there, others with their country code; '' for ''. */
export function formatNumber(e164: string, country: string): string {
  const number = parse(e164, { extract: false });
  if (!number) return e164;
  return number.country === country ? number.formatNational() : number.formatInternational();
}

function valid(text: string, country?: CountryCode): PhoneNumber | undefined {
  const number = parse(text, country ? { defaultCountry: country, extract: false } : { extract: false });
  return number?.isValid() ? number : undefined;
}

function written(number: PhoneNumber | undefined, international: boolean): NormalNumber | undefined {
  return number && { e164: number.number, international };
}

interface Plan {
  callingCode: string;
  /** every number has at least 8 digits: the area code is always dialled */
  closed: boolean;
}
const plans = new Map<CountryCode, Plan>();

function planOf(country: CountryCode): Plan {
  let plan = plans.get(country);
  if (!plan) {
    const metadata = new Metadata();
    metadata.selectNumberingPlan(country);
    const lengths = metadata.numberingPlan?.possibleLengths() ?? [];
    plan = {
      callingCode: getCountryCallingCode(country),
      closed: lengths.length > 0 && Math.min(...lengths) >= 8,
    };
    plans.set(country, plan);
  }
  return plan;
}
