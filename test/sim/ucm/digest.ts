import { createHash, randomBytes } from 'node:crypto';

export interface DigestRules {
  readonly user: string;
  readonly password: string;
  /** Seconds a nonce may be used. */
  readonly nonceLife: number;
}

/** `challenge`: what WWW-Authenticate says; undefined when the caller may come in. */
export interface DigestVerdict {
  readonly challenge: string | undefined;
  /** Credentials were given, and they were wrong. */
  readonly wrong: boolean;
}

export interface Digest {
  check(header: string | undefined, method: string, uri: string, now: number): DigestVerdict;
  setPassword(password: string): void;
  /** As at a restart: no nonce is known any more. */
  forget(): void;
}

const REALM = 'Grandstream UCM';
const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');

/** HTTP Digest with qop=auth as the old API wants it (section 1.2). A counter must rise with every use of its nonce. */
export function createDigest(rules: DigestRules): Digest {
  let password = rules.password;
  const nonces = new Map<string, { issued: number; used: number }>();

  function challenge(now: number, stale: boolean): string {
    const nonce = randomBytes(8).toString('hex');
    nonces.set(nonce, { issued: now, used: 0 });
    return `Digest algorithm=MD5, realm="${REALM}", nonce="${nonce}", qop="auth", opaque="5ccc069c"${stale ? ', stale=true' : ''}`;
  }

  return {
    check(header, method, uri, now) {
      if (!header?.startsWith('Digest ')) return { challenge: challenge(now, false), wrong: false };
      // Headers reach Node as latin1; their bytes are UTF-8.
      const said = fieldsOf(Buffer.from(header, 'latin1').toString('utf8'));
      const { nonce = '', nc = '', cnonce = '' } = said;
      const secret = md5(`${rules.user}:${REALM}:${password}`);
      const expected = md5(`${secret}:${nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${uri}`)}`);
      const good = said['username'] === rules.user && said['realm'] === REALM && said['qop'] === 'auth';
      if (!good || said['uri'] !== uri || said['response'] !== expected) {
        return { challenge: challenge(now, false), wrong: true };
      }
      const known = nonces.get(nonce);
      const count = Number.parseInt(nc, 16);
      if (!known || now - known.issued >= rules.nonceLife || !(count > known.used)) {
        return { challenge: challenge(now, true), wrong: false };
      }
      known.used = count;
      return { challenge: undefined, wrong: false };
    },
    setPassword(next) {
      password = next;
    },
    forget: () => nonces.clear(),
  };
}

function fieldsOf(header: string): Record<string, string> {
  const found = header.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,"]+))/g);
  return Object.fromEntries([...found].map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']));
}
