import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { UcmAsk } from './session';
import { parseSystemTime } from './system-time';

/** What the UCM says of itself, as far as it does. */
export interface UcmAbout {
  /** `UCM6302 V1.2B` */
  model?: string;
  firmware?: string;
  /** seconds east of UTC, at this moment */
  zoneOffset?: number;
  /** its clock, UTC epoch seconds; the order of day and month is guessed by what is nearest to ours */
  clock?: number;
}

const word = z.catch(z.optional(z.string()), undefined);
const answerSchema = z.object({
  response: z.object({ 'system-time': word, 'part-number': word, 'product-model': word, 'prog-version': word }),
});
type Said = z.infer<typeof answerSchema>['response'];

/** Model, firmware and clock. An action that the API user may not use leaves its part out. `now` in ms. */
export async function readAbout(session: UcmAsk, now: number, signal?: AbortSignal): Promise<UcmAbout> {
  const general = await read(session, 'getSystemGeneralStatus', signal);
  const status = await read(session, 'getSystemStatus', signal);
  const model = tidy(general['product-model'] ?? status['product-model'] ?? status['part-number']);
  const firmware = tidy(general['prog-version'] ?? status['prog-version']);
  const time = parseSystemTime(status['system-time'] ?? '', now);
  return { ...(model ? { model } : {}), ...(firmware ? { firmware } : {}), ...time };
}

/** Its clock and zone alone, one request; empty when the API user may not ask. `now` in ms. */
export async function readClock(
  session: UcmAsk,
  now: number,
  signal?: AbortSignal,
): Promise<Pick<UcmAbout, 'zoneOffset' | 'clock'>> {
  const status = await read(session, 'getSystemStatus', signal);
  return parseSystemTime(status['system-time'] ?? '', now);
}

async function read(session: UcmAsk, action: string, signal: AbortSignal | undefined): Promise<Partial<Said>> {
  try {
    const answer = answerSchema.safeParse(await session.ask(action, {}, { signal }));
    return answer.success ? answer.data.response : {};
  } catch (error) {
    if (error instanceof AppError && (error.code === 'ucm-not-this-action' || error.code === 'ucm-status')) return {};
    throw error;
  }
}

function tidy(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
}
