import { afterEach, describe, expect, it } from 'vitest';
import { type Dolibarr, type DolibarrOptions, STRICT_CSP, startDolibarr } from '../../sim/index';

const running: Dolibarr[] = [];
afterEach(async () => {
  for (const dolibarr of running.splice(0)) await dolibarr.close();
});

async function start(options: DolibarrOptions = {}): Promise<Dolibarr> {
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, ...options });
  running.push(dolibarr);
  return dolibarr;
}

async function rest(dolibarr: Dolibarr, path: string, init: { key?: string; method?: string; body?: unknown } = {}) {
  const answer = await fetch(`${dolibarr.url}/api/index.php${path}`, {
    method: init.method ?? 'GET',
    headers: { DOLAPIKEY: init.key ?? dolibarr.key, 'Content-Type': 'application/json' },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  return { code: answer.status, type, text, value: type.includes('json') ? JSON.parse(text) : undefined };
}

const filter = (text: string) => `sqlfilters=${encodeURIComponent(text)}`;

describe('codes by version', () => {
  it.each([
    [14, 401, 404, 404],
    [16, 401, 404, 404],
    [20, 403, 404, 200],
    [22, 403, 200, 200],
    [23, 403, 200, 200],
  ] as const)(
    '%i: missing right %i, empty contacts %i, empty events %i',
    async (version, refused, contacts, events) => {
      const dolibarr = await start({ version });
      expect((await rest(dolibarr, '/status')).value.success.dolibarr_version).toMatch(new RegExp(`^${version}\\.`));
      expect((await rest(dolibarr, '/status', { key: 'wrong' })).code).toBe(401);
      expect((await rest(dolibarr, '/users/info', { key: dolibarr.salesKey })).code).toBe(refused);
      expect((await rest(dolibarr, `/thirdparties?${filter("(t.nom:like:'nobody%')")}`)).code).toBe(404);
      expect((await rest(dolibarr, `/contacts?${filter("(t.lastname:like:'nobody%')")}`)).code).toBe(contacts);
      expect((await rest(dolibarr, `/agendaevents?${filter("(t.ref_ext:=:'none')")}`)).code).toBe(events);
      const body = (await rest(dolibarr, '/thirdparties/999')).value;
      expect(body).toMatchObject({ error: { code: 404 }, debug: {} });
      expect(await rest(dolibarr, '/nosuchmodule')).toMatchObject({
        code: 501,
        type: expect.stringContaining('text/html'),
      });
    },
  );

  it('still opens to a disabled user on 16 and not on 23', async () => {
    for (const [version, code] of [
      [16, 200],
      [23, 401],
    ] as const) {
      const dolibarr = await start({ version });
      const gone = dolibarr.addUser({ login: 'gone', disabled: true });
      expect((await rest(dolibarr, '/status', { key: gone.key })).code).toBe(code);
    }
  });

  it('answers 200 and a page when the API module is off', async () => {
    const dolibarr = await start({ api: false });
    expect(await rest(dolibarr, '/status')).toMatchObject({ code: 200, type: expect.stringContaining('text/html') });
  });
});

describe('lists', () => {
  it('finds a number however it is written, and speaks of mobile columns from 20 on', async () => {
    const dolibarr = await start();
    const found = await rest(
      dolibarr,
      `/thirdparties?${filter("(t.phone:like:'%6%1%9%1%4%0%2%0%')")}&properties=id,name`,
    );
    expect(found.value).toEqual([{ id: '2', name: "À la Mie d'Or" }]);
    const either = "((t.phone_mobile:like:'%39981234') or (t.rowid:in:2,3)) and (t.tms:>=:'20200101')";
    expect((await rest(dolibarr, `/thirdparties?${filter(either)}&sortfield=t.rowid`)).value).toHaveLength(3);
    const old = await start({ version: 16 });
    expect((await rest(old, `/thirdparties?${filter("(t.phone_mobile:like:'%1')")}`)).code).toBe(503);
    expect(Object.keys((await rest(old, '/thirdparties?limit=1&properties=id')).value[0]).length).toBeGreaterThan(10);
    expect((await rest(dolibarr, `/thirdparties?${filter("(t.nom:like:'a(b')")}`)).code).toBe(400);
  });

  it('pages, and breaks where Dolibarr breaks', async () => {
    const dolibarr = await start();
    const page = (await rest(dolibarr, '/thirdparties?limit=5&page=2&pagination_data=true')).value;
    expect(page.pagination).toEqual({ total: 13, page: 2, page_count: 3, limit: 5 });
    expect(page.data).toHaveLength(3);
    expect(await rest(dolibarr, '/thirdparties?limit=0&pagination_data=true')).toMatchObject({ code: 500, text: '' });
    expect((await rest(dolibarr, '/thirdparties?page=9')).code).toBe(404);
  });

  it('tells of a changed number by tms', async () => {
    let now = Date.parse('2026-11-23T08:00:00Z') / 1000;
    const dolibarr = await start({ now: () => now });
    now += 3600;
    dolibarr.setPhone(3, '0353019999');
    const changed = await rest(dolibarr, `/thirdparties?${filter("(t.tms:>=:'2026-11-23 08:30:00')")}`);
    expect(changed.value).toMatchObject([{ id: '3', phone: '0353019999', date_modification: '' }]);
    await rest(dolibarr, '/thirdparties/3', { method: 'PUT', body: { phone: '03 53.01 88-88' } });
    expect(dolibarr.parties.get(3)?.phone).toBe('03530188-88');
  });
});

describe('events', () => {
  it('keeps the reference to itself, and lets one user take over another one’s event', async () => {
    const dolibarr = await start();
    const event = {
      userownerid: 1,
      type_code: 'AC_TEL',
      label: 'Call',
      ref_ext: 'ucm:1',
      email_msgid: 'ucm-1',
      socid: 1,
    };
    const id = (await rest(dolibarr, '/agendaevents', { method: 'POST', body: event })).value;
    expect(typeof id).toBe('number');
    const [shown] = (await rest(dolibarr, `/agendaevents?${filter("(t.ref_ext:=:'ucm:1')")}`)).value;
    expect(shown).toMatchObject({ id: String(id), email_msgid: 'ucm-1' });
    expect(shown).not.toHaveProperty('ref_ext');
    const sales = { key: dolibarr.salesKey, method: 'PUT' };
    expect((await rest(dolibarr, `/agendaevents/${id}`, { ...sales, body: { label: 'x' } })).code).toBe(403);
    expect(
      (await rest(dolibarr, `/agendaevents/${id}`, { ...sales, body: { userownerid: 2 } })).value.userownerid,
    ).toBe('2');
    const wrong = { ...event, type_code: 'AC_TEL_IN' };
    expect((await rest(dolibarr, '/agendaevents', { method: 'POST', body: wrong })).code).toBe(500);
  });
});

describe('pages', () => {
  const page = async (dolibarr: Dolibarr, url: string, headers: Record<string, string> = {}) =>
    (await fetch(url, { headers: { Cookie: dolibarr.sessionCookie(), ...headers } })).text();

  it('want a session, and give the login page with 200 without one', async () => {
    const dolibarr = await start({ folder: '/dolibarr/htdocs', csp: STRICT_CSP });
    const answer = await fetch(dolibarr.pages.card(1));
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([200, STRICT_CSP]);
    expect(text).toMatch(/<body class="body bodylogin">[\s\S]*<form id="login"[\s\S]*name="actionlogin"/);
    expect(text).toContain('<meta name="author" content="Dolibarr Development Team">');
    const form = new URLSearchParams({ actionlogin: 'login', username: 'admin', password: dolibarr.admin.password });
    const entered = await fetch(`${dolibarr.url}/index.php`, { method: 'POST', body: form, redirect: 'manual' });
    expect(entered.headers.get('set-cookie')).toMatch(/^DOLSESSID_[0-9a-f]{40}=.*HttpOnly/);
  });

  it('carry the marks of section 7', async () => {
    for (const version of [14, 16, 20, 22, 23, 24] as const) {
      const dolibarr = await start({ version });
      const text = await page(dolibarr, dolibarr.pages.card(1));
      for (const mark of [
        '<body id="mainbody" class="sidebar-collapse">',
        '<header id="id-top" class="side-nav-vert">',
        'id="id-container"',
        'class="side-nav"',
        'id="id-left"',
        'id="id-right"',
        '<div class="fiche">',
        '<div class="tabs" data-role="controlgroup"',
        '<!-- id tab = card -->',
        'class="inline-block tabsElem tabsElemActive"',
        `href="/societe/card.php?socid=1"`,
        'arearef heightref',
        'class="refidno"',
        'class="statusref"',
        'class="pagination paginationref"',
        'table class="border tableforfield',
        'class="tabsAction"',
        'class="butActionDelete"',
        'id="mainmenutd_companies"',
        '<li class="tmenuend" id="mainmenutd_">',
        'login_block_other',
        'class="aversion"',
        '&amp;theme=eldy&amp;userid=1&amp;entity=1',
      ]) {
        expect(text, `${version}: ${mark}`).toContain(mark);
      }
      const ids = [...text.matchAll(/<!-- id tab = (\w+) -->/g)].map((found) => found[1]);
      expect(ids).toEqual([
        'card',
        'contact',
        'customer',
        'project',
        'consumption',
        'rib',
        'note',
        'document',
        'agenda',
      ]);
      expect(text.includes('anti-csrf-newtoken')).toBe(version >= 20);
      expect(text.includes('class="tabTitle"')).toBe(version === 14);
      expect(text).toContain(version >= 20 ? '/societe/messaging.php?socid=1' : '/societe/agenda.php?socid=1');
    }
  });

  it('say whose invoice and whose contact it is, and never trust a name', async () => {
    const dolibarr = await start();
    const invoice = await page(dolibarr, dolibarr.pages.invoice(42));
    expect(invoice).toContain(
      'data-params="{&quot;id&quot;:&quot;1&quot;,&quot;objecttype&quot;:&quot;societe&quot;}"',
    );
    expect(await page(dolibarr, dolibarr.pages.contact(1))).toContain('href="/societe/card.php?socid=1"');
    expect(await page(dolibarr, dolibarr.pages.card(7))).not.toContain('<img');
    expect(await page(dolibarr, `${dolibarr.url}/societe/note.php?id=1`)).toContain('socid=1');
  });

  it('show two tabs and links on a telephone, and the rest behind "…"', async () => {
    const dolibarr = await start();
    const text = await page(dolibarr, dolibarr.pages.card(4), {
      'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)',
    });
    expect(text).toContain('id="moretabscompany"');
    expect(text).toContain('... (7)');
    expect(text).toContain('href="tel:%2B33465712200"');
    const popup = await page(dolibarr, `${dolibarr.pages.card(1)}&dol_openinpopup=1`);
    expect(popup).not.toContain('id="id-top"');
  });
});
