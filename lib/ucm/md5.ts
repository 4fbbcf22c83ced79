import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The login token: MD5 of challenge and password as UTF-8, in lower-case hex (section 1.1). WebCrypto has no MD5. */
export function loginToken(challenge: string, password: string): string {
  return bytesToHex(md5(new TextEncoder().encode(challenge + password)));
}
