import { Window as HappyWindow } from 'happy-dom';
import { afterEach, describe, expect, test } from 'vitest';
import { objectOfAddress, partyOfAddress, readDolibarrPage } from '../../../lib/dolibarr/page';

const open: HappyWindow[] = [];
afterEach(async () => {
  for (const window of open.splice(0)) await window.happyDOM.close();
});

interface Story {
  url: string;
  root?: string;
  version?: string;
  tabs?: string;
  head?: string;
  body?: string;
}

/** A page with the structure that 14 and 23 share: head, tab bar in the fiche. */
function pageOf({ url, root = '/dolibarr', version = '23.0.0-beta', tabs = '', head, body }: Story): Window {
  const window = new HappyWindow({
    url,
    settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
  });
  open.push(window);
  const style = `${root}/theme/eldy/style.css.php?lang=fr_FR&amp;theme=eldy&amp;userid=7&amp;entity=2&amp;layout=classic&amp;version=${version}`;
  window.document.write(`<!doctype html><html lang="fr"><head>
    ${head ?? '<meta name="author" content="Dolibarr Development Team">'}
    <link rel="stylesheet" type="text/css" href="${root}/includes/jquery/css/base/jquery-ui.css?layout=classic&amp;version=${version}">
    <link rel="stylesheet" type="text/css" href="${style}"></head>
    ${body ?? `<body id="mainbody" class="sidebar-collapse"><div id="id-container"><div id="id-right"><div class="fiche">${tabs}<div class="tabBar"></div></div></div></div></body>`}
    </html>`);
  return window as unknown as Window; // happy-dom's window has what is read here, under types of its own
}

const tab = (id: string, href: string) =>
  `<div class="inline-block tabsElem"><!-- id tab = ${id} --><div class="tab tabunactive"><a id="${id}" class="tab inline-block valignmiddle" href="${href}">x</a></div></div>`;
const bar = (...tabs: string[]) =>
  `<div class="tabs" data-role="controlgroup" data-type="horizontal">${tabs.join('')}</div>`;
const thirdpartyBar = (root: string, id: number) =>
  bar(tab('card', `${root}/societe/card.php?socid=${id}`), tab('customer', `${root}/comm/card.php?socid=${id}`));
const card = { url: 'https://erp.example/dolibarr/societe/card.php?socid=12', tabs: thirdpartyBar('/dolibarr', 12) };

test('a thirdparty card of 23: whose it is, who reads it, in which language', () => {
  const page = readDolibarrPage(pageOf(card));
  expect(page).toMatchObject({
    root: 'https://erp.example/dolibarr',
    language: 'fr_FR',
    version: '23.0.0-beta',
    user: 7,
    entity: 2,
    theme: 'eldy',
    party: { kind: 'thirdparty', id: 12 },
  });
  expect(page?.bar?.className).toBe('tabs');
});

test('a card of 14 has a title among its tabs', () => {
  const tabs = `<div class="tabs" data-role="controlgroup"><a class="tabTitle"><span class="fas fa-building"></span> Tiers</a>${tab('card', '/societe/card.php?socid=3')}</div>`;
  const page = readDolibarrPage(
    pageOf({ url: 'http://127.0.0.1/societe/agenda.php?socid=3', root: '', version: '14.0.0', tabs }),
  );
  expect(page).toMatchObject({ root: 'http://127.0.0.1', version: '14.0.0', party: { kind: 'thirdparty', id: 3 } });
});

test('a contact card', () => {
  const tabs = bar(tab('card', '/dolibarr/contact/card.php?id=4'), tab('perso', '/dolibarr/contact/perso.php?id=4'));
  expect(readDolibarrPage(pageOf({ url: 'https://erp.example/dolibarr/contact/perso.php?id=4', tabs }))?.party).toEqual(
    {
      kind: 'contact',
      id: 4,
    },
  );
});

test('a module of somebody else on the bar of a thirdparty is that thirdparty', () => {
  const url = 'https://erp.example/dolibarr/custom/loyalty/points.php?socid=12';
  expect(readDolibarrPage(pageOf({ ...card, url }))?.party).toEqual({ kind: 'thirdparty', id: 12 });
});

test('the bar of an invoice is nobody’s, and a page without a bar has none', () => {
  const url = 'https://erp.example/dolibarr/compta/facture/card.php?facid=5&socid=12';
  const invoice = readDolibarrPage(
    pageOf({ url, tabs: bar(tab('compta', '/dolibarr/compta/facture/card.php?facid=5')) }),
  );
  expect(invoice).toMatchObject({ party: undefined, bar: undefined });
  const product = bar(tab('card', '/dolibarr/product/card.php?id=12'));
  expect(readDolibarrPage(pageOf({ url, tabs: product }))?.party).toBeUndefined();
  expect(readDolibarrPage(pageOf({ url: 'https://erp.example/dolibarr/index.php' }))).toMatchObject({ bar: undefined });
});

describe('no page to work on', () => {
  test.each(['optioncss=print', 'dol_openinpopup=x', 'dol_hide_topmenu=1&dol_hide_leftmenu=1'])('%s', (query) => {
    expect(readDolibarrPage(pageOf({ ...card, url: `${card.url}&${query}` }))).toBeUndefined();
  });

  test('the login page', () => {
    const body =
      '<body class="body bodylogin"><form id="login"><input type="hidden" name="actionlogin" value="login"></form></body>';
    expect(readDolibarrPage(pageOf({ ...card, body }))).toBeUndefined();
  });

  test('another program', () => {
    expect(readDolibarrPage(pageOf({ ...card, head: '', body: '<body></body>' }))).toBeUndefined();
  });

  test('a page in a frame', () => {
    const window = pageOf(card);
    const framed = { document: window.document, location: window.location, top: {} } as unknown as Window; // only what is read
    expect(readDolibarrPage(framed)).toBeUndefined();
  });
});

describe('whose page an address is', () => {
  const root = 'https://erp.example/dolibarr';
  test.each([
    ['/societe/card.php?socid=12', 'thirdparty', 12],
    ['/societe/card.php?id=12', 'thirdparty', 12],
    ['/societe/card.php?action=edit&socid=12&save_lastsearch_values=1#x', 'thirdparty', 12],
    ['/societe/note.php?id=12', 'thirdparty', 12],
    ['/societe/contact.php?id=12', 'thirdparty', 12],
    ['/societe/messaging.php?socid=12', 'thirdparty', 12],
    ['/societe/paymentmodes.php?socid=12&id=3&action=edit', 'thirdparty', 12],
    ['/societe/card.php?socid=12&id=3', 'thirdparty', 12],
    ['/societe/note.php?id=12&socid=3', 'thirdparty', 12],
    ['/societe/notify/card.php?socid=12', 'thirdparty', 12],
    ['/comm/card.php?socid=12', 'thirdparty', 12],
    ['/comm/card.php?id=12', 'thirdparty', 12],
    ['/fourn/card.php?socid=12', 'thirdparty', 12],
    ['/ticket/list.php?socid=12', 'thirdparty', 12],
    ['/custom/loyalty/points.php?socid=12', 'thirdparty', 12],
    ['/resource/element_resource.php?element=societe&element_id=12', 'thirdparty', 12],
    ['/contact/card.php?id=4', 'contact', 4],
    ['/contact/perso.php?id=4', 'contact', 4],
    ['/contact/card.php?id=4&socid=12', 'contact', 4],
  ])('%s', (path, kind, id) => {
    expect(partyOfAddress(root + path, root)).toEqual({ kind, id });
    expect(partyOfAddress(root + path, `${root}/`)).toEqual({ kind, id });
  });

  test.each([
    'https://erp.example/societe/card.php?socid=12',
    'https://erp.example/dolibarr2/societe/card.php?socid=12',
    'https://erp.example/dolibarr/../societe/card.php?socid=12',
    'https://erp.example/dolibarr/%2e%2e/societe/card.php?socid=12',
    'http://erp.example/dolibarr/societe/card.php?socid=12',
    'https://erp.example:8443/dolibarr/societe/card.php?socid=12',
    'https://erp.example.evil.example/dolibarr/societe/card.php?socid=12',
    'https://erp.example/dolibarr/societe/card.php',
    'https://erp.example/dolibarr/societe/card.php?socid=0',
    'https://erp.example/dolibarr/societe/card.php?socid=-1',
    'https://erp.example/dolibarr/societe/card.php?socid=12abc',
    'https://erp.example/dolibarr/societe/card.php?socid=1e3',
    'https://erp.example/dolibarr/societe/card.php?socid=12&socid=13',
    'https://erp.example/dolibarr/societe/card.php#socid=12',
    'https://erp.example/dolibarr/societe/paymentmodes.php?id=3',
    'https://erp.example/dolibarr/societe/card.php/x?socid=12',
    'https://erp.example/dolibarr/compta/facture/card.php?id=12',
    'https://erp.example/dolibarr/contact/card.php?socid=12&action=create',
    'https://erp.example/dolibarr/api/index.php/thirdparties?socid=12',
    'https://erp.example/dolibarr/public/ticket/view.php?socid=12',
    'not an address',
    '',
  ])('nobody’s: %s', (address) => {
    expect(partyOfAddress(address, root)).toBeUndefined();
  });

  test('nothing is configured', () => {
    expect(partyOfAddress('https://erp.example/societe/card.php?socid=12', '')).toBeUndefined();
  });
});

describe('the object of an address', () => {
  const root = 'https://erp.example/dolibarr';

  test.each([
    ['/comm/propal/card.php?id=5', 'comm/propal', 5],
    ['/commande/note.php?id=5', 'commande', 5],
    ['/compta/facture/card.php?facid=5', 'compta/facture', 5],
    ['/compta/facture/card.php?id=5&facid=6', 'compta/facture', 5],
    ['/projet/element.php?id=5', 'projet', 5],
  ])('%s', (path, folder, id) => {
    expect(objectOfAddress(root + path, root)).toEqual({ folder, id });
  });

  test.each([
    '/compta/facture/list.php?id=5',
    '/compta/facture/card-rec.php?id=5',
    '/projet/tasks/task.php?id=5',
    '/compta/facture/card.php?id=5&id=6',
    '/compta/facture/card.php?id=0',
    '/compta/facture/card.php',
    '/fourn/facture/card.php?id=5',
    '/societe/card.php?id=5',
    '/x/compta/facture/card.php?id=5',
  ])('none: %s', (path) => {
    expect(objectOfAddress(root + path, root)).toBeUndefined();
  });

  test('none elsewhere', () => {
    expect(objectOfAddress('https://evil.example/dolibarr/projet/card.php?id=5', root)).toBeUndefined();
    expect(objectOfAddress('https://erp.example/projet/card.php?id=5', root)).toBeUndefined();
  });
});
