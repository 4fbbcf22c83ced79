import { describe, expect, it } from 'vitest';
import { dolibarrRootOf, parsePastedUcm } from '../../../lib/settings/pasted-address';

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

describe('the root of the Dolibarr a pasted page belongs to', () => {
  it.each([
    ['https://erp.example.com', 'https://erp.example.com'],
    ['erp.example.com/', 'https://erp.example.com'],
    ['https://erp.example.com/index.php?mainmenu=home', 'https://erp.example.com'],
    ['https://erp.example.com/societe/card.php?socid=2&save_lastsearch_values=1', 'https://erp.example.com'],
    ['https://example.com/dolibarr/htdocs/comm/card.php?socid=2#top', 'https://example.com/dolibarr/htdocs'],
    ['https://example.com/dolibarr/api/index.php/status', 'https://example.com/dolibarr'],
    ['https://example.com/dolibarr/custom/mine/admin/setup.php', 'https://example.com/dolibarr'],
    ['http://localhost:8080/dolibarr//', 'http://localhost:8080/dolibarr'],
    ['https://example.com:443/erp', 'https://example.com/erp'],
    ['https://me:secret@example.com/erp/user/card.php?id=1', 'https://example.com/erp'],
  ])('%s', (text, expected) => {
    expect(dolibarrRootOf(text)).toBe(expected);
  });

  it.each(['', 'our Dolibarr', 'javascript:alert(1)', 'file:///srv/dolibarr'])('is none: "%s"', (text) => {
    expect(dolibarrRootOf(text)).toBeUndefined();
  });
});
