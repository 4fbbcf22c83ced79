import * as z from 'zod/mini';
import { callTypes, directions, outcomes } from '../calls/call';
import { LONGEST_NOTE } from '../calls/note-length';
import { AppError } from '../errors';
import { languages } from '../text/texts';
import type { PartyRef, QuestionName } from './questions';

/** Who sent a question, as the browser says (not the sender). */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: unknown;
}

export interface Ground {
  /** the extension's own id and the address of its pages: `chrome-extension://…/` */
  id: string;
  pages: string;
  /** the configured and granted Dolibarr; '' when there is none */
  dolibarrRoot: string;
  /** whose card an address below the root is (lib/dolibarr/page) */
  partyOfAddress(url: string, root: string): PartyRef | undefined;
}

const ownPages = ['options.html', 'popup.html', 'calls.html'];

const party = z.strictObject({ kind: z.enum(['thirdparty', 'contact']), id: z.int().check(z.positive()) });
const filter = z.strictObject({
  direction: z.optional(z.enum(directions)),
  type: z.optional(z.enum(callTypes)),
  outcome: z.optional(z.enum(outcomes)),
  from: z.optional(z.number()),
  until: z.optional(z.number()),
  open: z.optional(z.boolean()),
  text: z.optional(z.string().check(z.maxLength(200))),
});

const recording = z.strictObject({ call: z.string().check(z.maxLength(40)), n: z.int().check(z.gte(0), z.lte(99)) });
const seconds = z.number().check(z.gte(0), z.lte(1_000_000));
const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('play'), recording, from: z.optional(seconds) }),
  z.strictObject({ do: z.enum(['resume', 'pause', 'stop']) }),
  z.strictObject({ do: z.literal('seek'), to: seconds }),
  z.strictObject({ do: z.literal('speed'), speed: z.number().check(z.gte(0.25), z.lte(4)) }),
  z.strictObject({ do: z.literal('volume'), volume: z.number().check(z.gte(0), z.lte(1)), muted: z.boolean() }),
]);

/** fr_FR, fr-FR; a page may tell none */
const pageLanguage = z.string().check(z.regex(/^[A-Za-z0-9_-]{0,35}$/));
const key = z.string().check(z.maxLength(40));
const user = z.int().check(z.gte(0));
/** longer names Dolibarr cuts off, or refuses */
const personName = z.string().check(z.maxLength(50));
const noteText = z.string().check(z.maxLength(LONGEST_NOTE));
/** what stood there may have been written in Dolibarr, where nobody counts */
const knownText = z.string().check(z.maxLength(100 * LONGEST_NOTE));

/** What a content script may ask, and in which shape. A page can take over its content script's process: it is checked. */
const cardQuestions = {
  'card.count': z.strictObject({ party, language: pageLanguage }),
  'card.panel': z.strictObject({ party, language: pageLanguage }),
  'card.calls': z.strictObject({
    party,
    filter,
    offset: z.int().check(z.gte(0)),
    limit: z.int().check(z.gte(0), z.lte(500)),
  }),
  'card.call': z.strictObject({ party, key }),
  'card.sync': z.strictObject({ party }),
  'card.edited': z.strictObject({ party }),
  'card.play': z.strictObject({ party, command }),
  'card.playing': z.strictObject({ party }),
  'card.find': z.strictObject({ party, key: z.string().check(z.maxLength(40)) }),
  'card.attach': z.strictObject({ party, recording, user, language: z.enum(languages) }),
  'card.download': z.strictObject({ party, recording, at: z.int().check(z.gte(0)) }),
  'card.notes': z.strictObject({ party, key, user, fresh: z.boolean() }),
  'card.note': z.strictObject({
    party,
    key,
    user,
    language: z.enum(languages),
    letters: z.strictObject({
      text: z.strictObject({ public: z.optional(noteText), private: z.optional(noteText) }),
      base: z.strictObject({ public: z.optional(knownText), private: z.optional(knownText) }),
    }),
    done: z.boolean(),
  }),
  'card.onlyMe': z.strictObject({ party, key, text: noteText }),
  'card.noteBeside': z.strictObject({ party, key, user, id: z.string().check(z.maxLength(60)), back: z.boolean() }),
  'card.noteMove': z.strictObject({ party, key }),
  'card.noteAgree': z.strictObject({ party, user }),
  'card.numberHomes': z.strictObject({ party, key, user }),
  'card.numberAdd': z.strictObject({ party, key, user, to: party }),
  'card.numberContact': z.strictObject({ party, key, user, firstname: personName, lastname: personName }),
  'card.options': z.strictObject({ party }),
};

/** What a page of Dolibarr that is no card may ask: nothing about anybody it names. */
const pageQuestions = {
  'page.playing': z.undefined(),
  'page.play': z.strictObject({ command: z.strictObject({ do: z.enum(['resume', 'pause', 'stop']) }) }),
  'page.bar': z.strictObject({ language: pageLanguage }),
  'page.aside': z.strictObject({ language: pageLanguage }),
  'page.object': z.undefined(),
  'page.allCalls': z.strictObject({
    at: z.string().check(z.maxLength(1500), z.regex(/^(?:\/[a-z]+(?:\/[0-9a-z-]+)?(?:\?[^\s#]*)?)?$/)),
  }),
};

/**
 * Lets a question through or throws AppError: `forbidden` when this sender may not ask it, `invalid-question` when it
 * has not the right shape. Content scripts ask only from the top frame of the granted Dolibarr, and only about the
 * party of their own address.
 */
export function checkQuestion(name: QuestionName, asked: unknown, sender: Sender, ground: Ground): void {
  if (sender.id !== ground.id) throw new AppError('forbidden');
  if (isCardQuestion(name)) {
    checkCard(cardQuestions[name], asked, sender, ground);
    return;
  }
  if (isPageQuestion(name)) {
    checkPage(pageQuestions[name], asked, sender, ground);
    return;
  }
  const page = ownPageOf(sender.url, ground);
  const allowed = name.startsWith('own.') ? page !== '' : name.startsWith('options.') && page === 'options.html';
  if (!allowed) throw new AppError('forbidden');
}

function isCardQuestion(name: string): name is keyof typeof cardQuestions {
  return Object.hasOwn(cardQuestions, name);
}

function isPageQuestion(name: string): name is keyof typeof pageQuestions {
  return Object.hasOwn(pageQuestions, name);
}

/** From the top frame of a page below the root of the granted Dolibarr, and in its shape. */
function checkPage(
  shape: (typeof pageQuestions)[keyof typeof pageQuestions],
  asked: unknown,
  sender: Sender,
  ground: Ground,
): void {
  const { dolibarrRoot: root } = ground;
  if (root === '' || sender.frameId !== 0 || sender.tab === undefined) throw new AppError('forbidden');
  if (!sender.url?.startsWith(`${new URL(root).href.replace(/\/+$/, '')}/`)) throw new AppError('forbidden');
  if (!shape.safeParse(asked).success) throw new AppError('invalid-question');
}

function checkCard(
  shape: (typeof cardQuestions)[keyof typeof cardQuestions],
  asked: unknown,
  sender: Sender,
  ground: Ground,
): void {
  if (ground.dolibarrRoot === '' || sender.frameId !== 0 || sender.tab === undefined) throw new AppError('forbidden');
  const read = shape.safeParse(asked);
  if (!read.success) throw new AppError('invalid-question');
  const own = ground.partyOfAddress(sender.url ?? '', ground.dolibarrRoot);
  if (own?.kind !== read.data.party.kind || own.id !== read.data.party.id) throw new AppError('forbidden');
}

function ownPageOf(url: string | undefined, ground: Ground): string {
  if (!url?.startsWith(ground.pages)) return '';
  const page = new URL(url).pathname.slice(1);
  return ownPages.includes(page) ? page : '';
}

/** The tab that a question came from, as the browser says. */
export function tabOf({ tab }: Sender): number | undefined {
  if (typeof tab !== 'object' || tab === null || !('id' in tab)) return undefined;
  return typeof tab.id === 'number' ? tab.id : undefined;
}
