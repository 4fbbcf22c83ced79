import { describe, expect, test } from 'vitest';
import { dolibarrRoot } from '../../../lib/settings/dolibarr-address';

describe('the root is found from any page of a Dolibarr', () => {
  test.each([
    ['https://erp.example', 'https://erp.example'],
    ['https://erp.example/', 'https://erp.example'],
    ['https://erp.example/index.php', 'https://erp.example'],
    ['https://erp.example/index.php?mainmenu=home&leftmenu=', 'https://erp.example'],
    ['https://erp.example/dolibarr', 'https://erp.example/dolibarr'],
    ['https://erp.example/dolibarr/#top', 'https://erp.example/dolibarr'],
    ['https://erp.example/dolibarr/htdocs/index.php', 'https://erp.example/dolibarr/htdocs'],
    ['https://erp.example/api/index.php/status', 'https://erp.example'],
    ['https://erp.example/dolibarr/api/index.php/explorer/#/contacts', 'https://erp.example/dolibarr'],
    ['https://erp.example/societe/card.php?socid=12', 'https://erp.example'],
    [
      'http://erp.example:8080/dolibarr/htdocs/societe/card.php?socid=12&x=/user/',
      'http://erp.example:8080/dolibarr/htdocs',
    ],
    ['https://erp.example/dolibarr/comm/propal/list.php', 'https://erp.example/dolibarr'],
    ['https://erp.example/dolibarr/compta/facture/card.php?facid=1', 'https://erp.example/dolibarr'],
    ['https://erp.example/fourn/commande/list.php', 'https://erp.example'],
    ['https://erp.example/erp/custom/contact/admin/setup.php', 'https://erp.example/erp'],
    ['https://erp.example/erp/custom/mymodule/page.php', 'https://erp.example/erp'],
    ['https://erp.example/erp/theme/eldy/style.css.php?lang=fr_FR', 'https://erp.example/erp'],
    ['https://erp.example/public/ticket/index.php', 'https://erp.example'],
    ['https://erp.example/projet/societe/card.php?socid=3', 'https://erp.example/projet'],
    ['https://user:secret@erp.example/dolibarr/societe/index.php', 'https://erp.example/dolibarr'],
    ['  <https://erp.example/dolibarr/>  ', 'https://erp.example/dolibarr'],
    ['https://[fd00::1]:8443/dolibarr/user/card.php', 'https://[fd00::1]:8443/dolibarr'],
    ['erp.example/dolibarr/societe/card.php?socid=1', 'https://erp.example/dolibarr'],
    ['localhost:8023', 'https://localhost:8023'],
    ['192.168.1.10/dolibarr', 'https://192.168.1.10/dolibarr'],
  ])('%s', (pasted, root) => {
    expect(dolibarrRoot(pasted)?.[0]).toBe(root);
  });
});

test('where a folder has the name of a page of Dolibarr, the other reading is a candidate too', () => {
  expect(dolibarrRoot('https://erp.example/product/stock/list.php')?.[0]).toBe('https://erp.example');
  expect(dolibarrRoot('https://erp.example/support/index.php')).toEqual([
    'https://erp.example',
    'https://erp.example/support',
  ]);
  expect(dolibarrRoot('https://erp.example/a/b/unknown.php')).toEqual([
    'https://erp.example/a/b',
    'https://erp.example/a',
    'https://erp.example',
  ]);
});

test('without a scheme, https is tried before http', () => {
  expect(dolibarrRoot('erp.example')).toEqual(['https://erp.example', 'http://erp.example']);
});

test.each([
  '',
  '   ',
  'ftp://erp.example/',
  'javascript:alert(1)',
  'mailto:me@erp.example',
  'file:///srv/dolibarr',
  'my Dolibarr',
  'https://',
  'chrome://extensions',
  'data:text/html,x',
])('no address: “%s”', (pasted) => {
  expect(dolibarrRoot(pasted)).toBeUndefined();
});
