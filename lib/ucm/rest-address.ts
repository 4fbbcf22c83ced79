import { AppError } from '../errors';
import { addressOf, type Parameters } from './request';
import type { Account } from './session-state';

/** Everything of the simple REST form that needs a session lies below this. */
export function restRoot(account: Account): string {
  return `${addressOf(account)}/api/`;
}

/**
 * The address by which the simple REST form is asked what `action` asks of the other dialects (section 7), or undefined
 * where there is nothing to ask: it knows no pages, so all that is found came with the first, and one place for
 * recordings. Throws AppError `ucm-not-this-action` for what the form does not have.
 */
export function restAddress(account: Account, action: string, parameters: Parameters): string | undefined {
  const text = (name: string) => String(parameters[name] ?? '');
  if (action === 'cdrapi') {
    if (Number(parameters['offset'] ?? 0) > 0) return undefined;
    const window = { start_time: moment(text('startTime')), end_time: moment(text('endTime')) };
    return `${restRoot(account)}cdr?${query(window)}`;
  }
  if (action === 'recapi') {
    if (text('filedir') !== 'monitor' || text('filename') === '') return undefined;
    return `${restRoot(account)}recording?${query({ file: text('filename') })}`;
  }
  throw new AppError('ucm-not-this-action', { host: account.place, subject: action, reason: 'REST' });
}

/** `2026-08-01 00:00:00`: a space here, where the other dialects want a T. */
function moment(text: string): string {
  return text.replace('T', ' ');
}

/** A space as `%20`: `+` is one in forms only, and stands in names of recordings. */
function query(fields: Record<string, string>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
