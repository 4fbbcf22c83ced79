import { describe, expect, it } from 'vitest';
import { authorization, readChallenge } from '../../../lib/ucm/digest';

/** The example of RFC 2617, section 3.5. */
const mufasa = {
  user: 'Mufasa',
  password: 'Circle Of Life',
  method: 'GET',
  uri: '/dir/index.html',
  count: 1,
  cnonce: '0a4f113b',
};
const header =
  'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"';

function answered(wanted: string, answer = mufasa): string {
  const challenge = readChallenge(wanted);
  return challenge ? authorization(challenge, answer) : 'no challenge';
}

describe('HTTP Digest', () => {
  it('answers as the example of its standard does', () => {
    const said = answered(header);
    expect(said).toContain('response="6629fae49393a05397450978507c4ef1"');
    expect(said).toContain('nc=00000001');
    expect(said).toContain('opaque="5ccc069c403ebaf9f0171e9517f40e41"');
  });

  it('answers a machine of the older kind, without qop, without a counter', () => {
    // RFC 2069's example with the response of its erratum
    const said = answered('Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"', {
      ...mufasa,
      password: 'CircleOfLife',
    });
    expect(said).toContain('response="1949323746fe6a43ef61f9606e7febea"');
    expect(said).not.toMatch(/qop|nc=|cnonce/);
  });

  it('is found beside other schemes, and a stale nonce is told', () => {
    const both = 'Basic realm="x", Digest realm="ucm", nonce="n1", stale=TRUE, algorithm=md5, Bearer realm="y"';
    expect(readChallenge(both)).toMatchObject({ realm: 'ucm', nonce: 'n1', stale: true });
    expect(readChallenge(header)).toMatchObject({ stale: false });
  });

  it.each([
    ['nothing', undefined],
    ['a scheme that sends the password in clear', 'Basic realm="ucm"'],
    ['another hash', 'Digest realm="ucm", nonce="n", algorithm=SHA-256'],
    ['only the integrity of bodies', 'Digest realm="ucm", nonce="n", qop="auth-int"'],
    ['no nonce', 'Digest realm="ucm"'],
  ])('is not given where the machine asks for %s', (_what, wanted) => {
    expect(readChallenge(wanted)).toBeUndefined();
  });

  it('names with quotes and accents fit into a header', () => {
    const said = answered('Digest realm="ucm", nonce="n"', { ...mufasa, user: 'ré"ception' });
    expect(said).toContain('username="rÃ©\\"ception"');
    expect(() => new Headers({ Authorization: said })).not.toThrow();
  });
});
