import { fold } from '../../lib/calls/filter';
import { isSameNumber } from '../../lib/calls/same-number';
import type { SavedView } from '../../lib/questions/journal-look';
import type { PartyRef } from '../../lib/questions/questions';

/** What tells that a saved view is about a number. */
export interface AboutWhom {
  /** as the settings read it */
  digits: string;
  /** a number in any notation, as the settings read it; '' when it is none */
  digitsOf(raw: string): string;
  /** as callers with this number sent them */
  names: readonly string[];
  /** whose number it is in Dolibarr */
  parties: readonly PartyRef[];
}

/** Filters of the journal that hold what a person writes; days and lengths only look like numbers. */
const written = ['text', 'extension', 'through', 'did', 'trunk'];

/** Digits that a person looks for when not the whole number: fewer are those of a street. */
const LEAST_DIGITS = 6;

/**
 * Whether a view was made for a number: its name or a filter holds the number, or its last six digits or more, or the
 * name that its caller sent; or it is of the very party that has the number.
 */
export function isViewAbout({ name, query }: SavedView, { digits, digitsOf, names, parties }: AboutWhom): boolean {
  const values = new URLSearchParams(query);
  const whose = [values.get('party'), values.get('card')];
  if (parties.some(({ kind, id }) => whose.includes(`${kind}:${id}`))) return true;
  const texts = [name, ...written.map((filter) => values.get(filter) ?? '')];
  return texts.some((text) => holdsNumber(text) || names.some((caller) => holdsName(text, caller)));

  function holdsNumber(text: string): boolean {
    return (text.match(/\+?\d[\d\s().\-/]*\d/g) ?? []).some((number) => {
      const bare = number.replace(/\D/g, '').replace(/^0+/, '');
      if (bare.length < LEAST_DIGITS) return false;
      return isSameNumber(digitsOf(number), digits) || digits.endsWith(bare);
    });
  }
}

/** A text that is the name, or has each of its words: one word alone may be anybody's. */
function holdsName(text: string, name: string): boolean {
  const wanted = wordsIn(name);
  const held = wordsIn(text);
  if (wanted.length === 0) return false;
  if (wanted.length === 1) return held.length === 1 && held[0] === wanted[0];
  return wanted.every((word) => held.includes(word));
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
