import type { Step } from './call';
import { LENGTH, seconds } from './length';

type Parts = readonly string[];
const EXTS = String.raw`(\d+(?:, *\d+)*)`;
const list = (text: string) => text.split(/, */);
const optional = (text: string) => (text === '' ? undefined : seconds(text));
/** Seconds a phone rings when the line does not say. */
const RING = 7;

/** The sentences a step may be, in the order they are tried. `^` and `$` are added. */
const SENTENCES: readonly (readonly [string, (...parts: Parts) => Step])[] = [
  [`(\\d+) ivr (${LENGTH})`, (ext = '', s = '') => ({ what: 'ivr', ext, seconds: seconds(s) })],
  ['(\\d+) group', (ext = '') => ({ what: 'group', ext })],
  ['(\\d+) queue', (ext = '') => ({ what: 'queue', ext })],
  [`(\\d+) voicemail (${LENGTH})`, (ext = '', s = '') => ({ what: 'voicemail', ext, seconds: seconds(s) })],
  [
    `(\\d+) mobile ([+\\d]+) (answered|rang) (${LENGTH})`,
    (ext = '', number = '', how = '', s = '') => ({
      what: 'mobile',
      ext,
      number,
      talked: how === 'answered',
      seconds: seconds(s),
    }),
  ],
  [
    `blind (\\d+) answered (${LENGTH})(?: after (${LENGTH}))?`,
    (ext = '', s = '', after = '') => ({
      what: 'blind',
      ext,
      seconds: seconds(s),
      after: optional(after) ?? RING,
    }),
  ],
  [
    `attended (\\d+) answered (${LENGTH})(?: consulting (${LENGTH}))?`,
    (ext = '', s = '', consulting = '') => ({
      what: 'attended',
      ext,
      seconds: seconds(s),
      consulting: optional(consulting) ?? 15,
    }),
  ],
  [`park (\\d+) (${LENGTH})`, (slot = '', s = '') => ({ what: 'park', slot, seconds: seconds(s) })],
  [`(\\d+) retrieved (${LENGTH})`, (ext = '', s = '') => ({ what: 'retrieved', ext, seconds: seconds(s) })],
  [`(\\d+) conference (${LENGTH})`, (ext = '', s = '') => ({ what: 'conference', ext, seconds: seconds(s) })],
  [`(\\d+) fax (${LENGTH})`, (ext = '', s = '') => ({ what: 'fax', ext, seconds: seconds(s) })],
  [
    `([+\\d*#]+) answered (${LENGTH})(?: after (${LENGTH}))?`,
    (ext = '', s = '', after = '') => ({ what: 'answered', ext, seconds: seconds(s), after: optional(after) }),
  ],
  [
    `(\\+?${EXTS.slice(1)} rang(?: (${LENGTH}))?`,
    (exts = '', s = '') => ({ what: 'rang', exts: list(exts), seconds: optional(s) ?? 20 }),
  ],
  [`(\\+?${EXTS.slice(1)} busy`, (exts = '') => ({ what: 'busy', exts: list(exts) })],
  ['([+\\d*#]+) failed', (ext = '') => ({ what: 'failed', ext, congestion: false })],
  ['([+\\d*#]+) congestion', (ext = '') => ({ what: 'failed', ext, congestion: true })],
  [`abandoned(?: (${LENGTH}))?`, (s = '') => ({ what: 'abandoned', seconds: optional(s) })],
  ['hung up', () => ({ what: 'hungUp' })],
];

const compiled = SENTENCES.map(([sentence, build]) => [new RegExp(`^${sentence}$`), build] as const);

/** One step between two arrows, e.g. `201, 202 rang 14s`. Throws on what it does not understand. */
export function parseStep(text: string): Step {
  for (const [sentence, build] of compiled) {
    const found = sentence.exec(text);
    if (found) return build(...found.slice(1).map((part) => part ?? ''));
  }
  throw new Error(`The story does not know the step "${text}"`);
}
