import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** MD5 of the text as UTF-8, in lower-case hex. WebCrypto has no MD5. */
export function md5Hex(text: string): string {
  return bytesToHex(md5(new TextEncoder().encode(text)));
}

/** The login token: MD5 of challenge and password as UTF-8, in lower-case hex (section 1.1). */
export function loginToken(challenge: string, password: string): string {
  return md5Hex(challenge + password);
}
