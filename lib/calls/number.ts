import { cleanNumber, digitsOf } from './number-clean';
import { formatNumber, toE164 } from './number-e164';

export { formatNumber } from './number-e164';

/** How numbers are to be read; `settings.numbers` fits. Give the same object again and nothing is prepared twice. */
export interface NumberPlan {
  /** ISO 3166 code by which national numbers are read; '' reads international ones only */
  country: string;
  /** digits dialled for an outside line, '' for none; give '' for numbers that nobody dialled (Dolibarr's) */
  outsidePrefix: string;
  /** our own outside numbers, in any notation */
  own: readonly string[];
  /** extensions known by name, of any length; also told apart when the UCM glued one to the number called */
  extensions?: readonly string[];
}

/**
 * What a telephone number turned out to be. `digits` are those written (prefix of the outside line and extension
 * taken off), without +, for comparing where there is no E.164; with + or 00 written, those of the E.164 form.
 */
export type NumberRead =
  | { kind: 'outside'; e164: string | undefined; digits: string }
  | { kind: 'own'; e164: string | undefined; digits: string }
  /** up to five digits, or a known extension */
  | { kind: 'extension'; digits: string }
  /** nothing, or words like “anonymous” */
  | { kind: 'hidden' };

const memory = 60_000;
const readers = new WeakMap<NumberPlan, (raw: string) => NumberRead>();

/** Reads a number as the UCM or Dolibarr wrote it. Remembers what it has read, by plan. */
export function readNumber(raw: string, plan: NumberPlan): NumberRead {
  let reader = readers.get(plan);
  if (!reader) {
    reader = createNumberReader(plan);
    readers.set(plan, reader);
  }
  return reader(raw);
}

/** The key of the directory's index: two numbers can only match when it is equal. '' when there are too few digits. */
export function suffixKey(digits: string): string {
  const significant = withoutZeros(digits);
  return significant.length < 8 ? '' : significant.slice(-8);
}

/** Without the zeros of a trunk prefix or 00, which another notation of the same number does not have. */
export function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

function createNumberReader(plan: NumberPlan): (raw: string) => NumberRead {
  const extensions = new Set(plan.extensions);
  const lengths = [...new Set(plan.extensions?.map((extension) => extension.length))].sort((a, b) => b - a);
  const own = new Set<string>();
  const ownWritten = new Set<string>();
  for (const number of plan.own) {
    const clean = cleanNumber(number);
    if (clean.hidden || clean.dialled === '') continue;
    const e164 = toE164(clean.dialled, plan.country)?.e164;
    own.add(e164 ?? withoutZeros(digitsOf(clean.dialled)));
    for (const form of [clean.dialled, e164, e164 && formatNumber(e164, plan.country), e164 && `00${e164}`]) {
      if (form && digitsOf(form).length > 5) ownWritten.add(digitsOf(form));
    }
  }

  function read(raw: string): NumberRead {
    const clean = cleanNumber(raw);
    if (clean.hidden) return { kind: 'hidden' };
    const digits = digitsOf(clean.dialled);
    if (extensions.has(digits)) return { kind: 'extension', digits };
    const number = outside(clean.dialled);
    if (own.has(number.e164 ?? withoutZeros(number.digits)) || isOwnWithExtension(digits)) {
      return { kind: 'own', ...number };
    }
    if (digits !== '' && digits.length <= 5) return { kind: 'extension', digits };
    return { kind: 'outside', ...number };
  }

  function outside(dialled: string): { e164: string | undefined; digits: string } {
    const whole = normal(dialled);
    const prefix = plan.outsidePrefix;
    const rest = prefix !== '' && dialled.startsWith(prefix) ? normal(dialled.slice(prefix.length)) : undefined;
    if (rest && !whole) return rest;
    // with and without the prefix it is a number, and not the same: too little to call it certain
    if (rest && whole && rest.e164 !== whole.e164) return { e164: undefined, digits: digitsOf(dialled) };
    return whole ?? withoutGluedExtension(dialled) ?? { e164: undefined, digits: digitsOf(dialled) };
  }

  /** On some trunks the caller is written as our number and the extension in one row of digits. */
  function isOwnWithExtension(digits: string): boolean {
    for (const form of ownWritten) {
      const more = digits.length - form.length;
      if (more > 0 && more <= 5 && digits.startsWith(form)) return true;
    }
    return false;
  }

  function withoutGluedExtension(dialled: string) {
    for (const length of lengths) {
      if (extensions.has(dialled.slice(-length))) {
        const number = normal(dialled.slice(0, -length));
        if (number) return number;
      }
    }
    return undefined;
  }

  function normal(dialled: string): { e164: string; digits: string } | undefined {
    const number = toE164(dialled, plan.country);
    return number && { e164: number.e164, digits: number.international ? number.e164.slice(1) : digitsOf(dialled) };
  }

  const known = new Map<string, NumberRead>();
  return (raw) => {
    let number = known.get(raw);
    if (!number) {
      if (known.size >= memory) known.clear();
      number = read(raw);
      known.set(raw, number);
    }
    return number;
  };
}
