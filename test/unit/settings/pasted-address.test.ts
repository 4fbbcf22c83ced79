import { describe, expect, it } from 'vitest';
import { parsePastedUcm } from '../../../lib/settings/pasted-address';

describe('an address pasted for the telephone system', () => {
  it.each([
    ['192.168.1.10', { host: '192.168.1.10' }],
    [' ucm ', { host: 'ucm' }],
    ['192.168.1.10:8443', { host: '192.168.1.10', port: 8443 }],
    ['https://pbx.example.com:8089/#/cdr/list?x=1', { host: 'pbx.example.com', port: 8089, https: true }],
    ['https://PBX.example.com/', { host: 'pbx.example.com', port: 443, https: true }],
    ['pbx.example.com:443/index.html', { host: 'pbx.example.com', port: 443 }],
    ['http://192.168.1.10/', { host: '192.168.1.10', https: false }],
    ['http://192.168.1.10:8088/', { host: '192.168.1.10', port: 8088, https: false }],
    ['<https://192.168.1.10:8089>', { host: '192.168.1.10', port: 8089, https: true }],
    ['https://admin:secret@192.168.1.10:8089/', { host: '192.168.1.10', port: 8089, https: true }],
    ['https://[fd00::10]:8089', { host: '[fd00::10]', port: 8089, https: true }],
    ['acme.c.myucm.cloud', { host: 'acme.c.myucm.cloud', port: 8443 }],
    ['https://acme.a.gdms.cloud/login', { host: 'acme.a.gdms.cloud', port: 443, https: true }],
    ['téléphone.example', { host: 'xn--tlphone-byab.example' }],
  ])('%s', (text, expected) => {
    expect(parsePastedUcm(text)).toEqual(expected);
  });

  it.each(['', '   ', '192.168.1', '1234', 'our telephone', 'ftp://pbx.example', 'pbx.example:99999', 'pbx.example:0'])(
    'is none: "%s"',
    (text) => {
      expect(parsePastedUcm(text)).toBeUndefined();
    },
  );
});
