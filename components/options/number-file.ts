import type { AboutNumber, ExportedCall } from '../../lib/questions/personal';
import type { Ask } from '../../lib/questions/questions';

/** All that is kept about a number as one JSON file, fetched part by part. `now`: UTC epoch seconds. */
export async function numberFile(ask: Ask, asked: string, about: AboutNumber, now: number) {
  const calls: ExportedCall[] = [];
  for (let at: number | undefined = 0; at !== undefined; ) {
    const part: { calls: ExportedCall[]; next?: number } = await ask('options.exportNumber', { number: asked, at });
    calls.push(...part.calls);
    at = part.next;
  }
  const saved = new Date(now * 1000).toISOString();
  const { number, parties, views } = about;
  return {
    name: `calls ${number.replace(/[^\d+]+/g, '')} ${saved.slice(0, 10)}.json`,
    text: `${JSON.stringify({ number, saved, parties, views, calls }, null, 2)}\n`,
  };
}
