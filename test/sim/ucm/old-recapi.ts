import { type Answer, html } from '../answer';
import { decoded } from './old-query';
import type { Recordings } from './recordings';
import { tarOf } from './tar';

/** The folder of the mailboxes, which the new API does not have. */
const MESSAGES = 'voicemail/default';

/**
 * recapi of the old API (section 4.2): no parameter: a CSV of the folders; `filedir` alone: a CSV of its files; both: the
 * file, or a tar of several joined by `@`; 404 where there is none. A name is found by its month folder and not without,
 * as on the one machine that was seen; one with a space in it is passed over.
 */
export function oldRecapi(search: string, recordings: Recordings, now: number): Answer {
  const fields = new Map(search.split('&').map((part) => [part.split('=')[0], decoded(part.split('=')[1] ?? '')]));
  const dir = fields.get('filedir') ?? '';
  const wanted = fields.get('filename') ?? '';
  if (dir === '' && wanted === '') return csv('directory', ['monitor', 'queue', 'meetme', MESSAGES]);
  if (wanted === '') return csv('filename', recordings.names(dir));
  const names = wanted.split('@').filter((name) => name !== '' && !name.includes(' '));
  const files = names.flatMap((name) => {
    const message = dir === MESSAGES ? recordings.read(dir, name, now) : undefined;
    if (message) return [{ name, bytes: message }];
    const [, base] = /^\d{4}-\d\d\/(.+)$/.exec(name) ?? [];
    const bytes = base === undefined ? undefined : recordings.read(dir, base, now);
    return base !== undefined && bytes ? [{ name: base, bytes }] : [];
  });
  const [only] = files;
  if (!only) return html('<html><head><title>404 Not Found</title></head></html>', 404);
  if (files.length === 1) return { code: 200, type: 'audio/x-wav', body: only.bytes };
  return { code: 200, type: 'application/x-tar', body: tarOf(files) };
}

const csv = (head: string, lines: readonly string[]): Answer => ({
  code: 200,
  type: 'text/csv',
  body: `${[head, ...lines].join('\n')}\n`,
});
