import { type Answer, html, json } from '../answer';
import type { UcmOptions } from './options';
import type { Recordings } from './recordings';

export interface RecapiRules {
  readonly missing: NonNullable<UcmOptions['missingRecording']>;
  readonly rate: number | undefined;
}

/**
 * Section 4.2: both parameters: the file; a folder alone: a CSV of its files; none: a CSV of the folders. The name has
 * no month in front: with one the file is not found.
 */
export function recapi(
  request: Readonly<Record<string, unknown>>,
  recordings: Recordings,
  now: number,
  rules: RecapiRules,
): Answer {
  const name = typeof request['filename'] === 'string' ? request['filename'] : '';
  const dir = typeof request['filedir'] === 'string' ? request['filedir'] : '';
  if (name === '' && dir === '') return csv('directory', ['monitor', 'queue', 'meetme']);
  if (name === '') return csv('filename', dir.startsWith('voicemail') ? [] : recordings.names(dir));
  const bytes = dir.startsWith('voicemail') ? undefined : recordings.read(dir === '' ? 'monitor' : dir, name, now);
  if (bytes) return { code: 200, type: 'audio/x-wav', body: bytes, rate: rules.rate };
  if (rules.missing === 404) return html('<html><body>404 Not Found</body></html>', 404);
  return json({ response: {}, status: rules.missing });
}

const csv = (head: string, lines: readonly string[]): Answer => ({
  code: 200,
  type: 'text/csv',
  body: `${[head, ...lines].join('\n')}\n`,
});
