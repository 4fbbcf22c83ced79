import { md5Hex } from './md5';

/** What a machine wants of whoever asks it (`WWW-Authenticate: Digest …`, RFC 2617). */
export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  /** false on machines of the oldest kind, which know no `qop` */
  counted: boolean;
  /** the password was right and the nonce had run out: only a new answer is wanted */
  stale: boolean;
}

export interface DigestAnswer {
  user: string;
  password: string;
  method: string;
  /** path and query, exactly as they are sent */
  uri: string;
  /** how often this nonce was used, this time included */
  count: number;
  /** hex digits of our own, others each time */
  cnonce: string;
}

/**
 * The Digest challenge of a `WWW-Authenticate` header, which may name other schemes beside it. Undefined when there is
 * none that can be answered with MD5: a password is never sent by Basic, in clear.
 */
export function readChallenge(header: string | undefined): DigestChallenge | undefined {
  const start = /(?:^|,)\s*Digest\s+/i.exec(header ?? '');
  if (!header || !start) return undefined;
  const fields = fieldsFrom(header, start.index + start[0].length);
  const [realm, nonce] = [fields.get('realm'), fields.get('nonce')];
  const qop = fields.get('qop');
  const counted = qop !== undefined;
  if (realm === undefined || !nonce || (fields.get('algorithm') ?? 'MD5').toUpperCase() !== 'MD5') return undefined;
  if (counted && !qop.split(',').some((one) => one.trim().toLowerCase() === 'auth')) return undefined;
  return { realm, nonce, opaque: fields.get('opaque'), counted, stale: fields.get('stale')?.toLowerCase() === 'true' };
}

/** The `Authorization` header for one request. Texts count as UTF-8, in the header as in the hashes. */
export function authorization(challenge: DigestChallenge, answer: DigestAnswer): string {
  const { realm, nonce, opaque, counted } = challenge;
  const { user, password, method, uri, cnonce } = answer;
  const nc = answer.count.toString(16).padStart(8, '0');
  const between = counted ? `${nonce}:${nc}:${cnonce}:auth` : nonce;
  const response = md5Hex(`${md5Hex(`${user}:${realm}:${password}`)}:${between}:${md5Hex(`${method}:${uri}`)}`);
  const parts = [
    `username=${quoted(user)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    `response="${response}"`,
    'algorithm=MD5',
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(counted ? ['qop=auth', `nc=${nc}`, `cnonce="${cnonce}"`] : []),
  ];
  return `Digest ${parts.join(', ')}`;
}

/** `name=value` after `name="value"`, until another scheme begins. */
function fieldsFrom(header: string, at: number): Map<string, string> {
  const fields = new Map<string, string>();
  const field = /[\s,]*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;
  field.lastIndex = at;
  for (let found = field.exec(header); found; found = field.exec(header)) {
    fields.set((found[1] ?? '').toLowerCase(), found[2]?.replace(/\\(.)/g, '$1') ?? found[3] ?? '');
  }
  return fields;
}

/** A header takes bytes alone: each character stands for one byte of the UTF-8. */
function quoted(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return `"${bytes.replace(/["\\]/g, '\\$&')}"`;
}
