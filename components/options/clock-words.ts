import type { ClockTold } from '../../lib/questions/options';
import type { OptionsWords } from './options-words';

/** Where clock and zone are set in the pages of a UCM6200 or UCM6300, which are in English in every manual. */
export const clockMenu = 'System Settings → Time Settings';

/** `UTC+05:30` of seconds east of UTC. */
export function zoneName(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What is to be set right in the UCM, a sentence each. */
export function clockWrong({ skew, zone }: ClockTold, { options, say }: OptionsWords): string[] {
  const { clock: texts } = options.test;
  const sentences: string[] = [];
  if (skew !== undefined) {
    const count = Math.round(Math.abs(skew) / 60);
    sentences.push(say(skew > 0 ? texts.fast : texts.slow, { count, menu: clockMenu }));
  }
  if (zone)
    sentences.push(say(texts.zone, { said: zoneName(zone.said), calls: zoneName(zone.calls), menu: clockMenu }));
  return sentences;
}
