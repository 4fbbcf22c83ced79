import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ErrorShape } from '../errors';
import type { QuestionName } from './questions';

/** A question on its way. What is asked is checked where it arrives (./rules). */
export interface Envelope {
  name: QuestionName;
  asked: unknown;
}

/** Errors cross as their code and details; a stack or cause stays where it was. */
export type Reply = { ok: true; answered: unknown } | { ok: false; error: ErrorShape };

interface Protocol {
  question(envelope: Envelope): Reply;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
