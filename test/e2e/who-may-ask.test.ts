import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIN_PARTY } from '../sim';
import { askFrom } from './support/ask';
import { openCard } from './support/card-page';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

/** Every question of the contract, by its name, as the files that make it say. */
const names = readdirSync('lib/questions')
  .flatMap((file) => [
    ...readFileSync(`lib/questions/${file}`, 'utf8').matchAll(/^ {2}'((?:card|own|options)\.\w+)':/gm),
  ])
  .map((found) => found[1] ?? '')
  .filter((name, i, all) => all.indexOf(name) === i);

const GARAGE = { kind: 'thirdparty', id: MAIN_PARTY } as const;
const OTHER = { kind: 'thirdparty', id: 2 } as const;

/** What a question needs besides the party, so that nothing but the asker stands in its way. */
function askedFor(name: string, party: object, key: string): unknown {
  const recording = { call: key, n: 0 };
  const fields: Record<string, object> = {
    'card.calls': { filter: {}, offset: 0, limit: 500 },
    'card.call': { key },
    'card.find': { key },
    'card.play': { command: { do: 'play', recording } },
    'card.download': { recording, at: 0 },
    'card.notes': { key, user: 1, fresh: false },
    'card.note': { key, user: 1, language: 'fr', text: { public: 'x', private: 'x' }, done: true },
    'card.onlyMe': { key, text: 'x' },
    'card.noteBeside': { key, user: 1, id: 'x', back: false },
    'card.noteMove': { key },
    'card.noteAgree': { user: 1 },
    'card.numberHomes': { key, user: 1 },
    'card.numberAdd': { key, user: 1, to: party },
    'card.numberContact': { key, user: 1, firstname: '', lastname: 'x' },
    'own.recent': { limit: 50 },
    'own.journal': { filter: {}, offset: 0, limit: 50 },
    'own.call': { key },
    'options.ucm': { password: 'stolen' },
    'options.dolibarr': { key: 'stolen' },
    'options.save': { settings: {} },
    'options.eraseNumber': { number: '0199004712' },
    'options.aboutNumber': { number: '0199004712' },
    'options.exportNumber': { number: '0199004712', at: 0 },
  };
  if (name.startsWith('card.')) return { party, ...fields[name] };
  return fields[name];
}

describe('a content script', () => {
  let office: Office;
  let options: Page;
  /** a call of the garage and one of another party */
  let own: string;
  let others: string;

  beforeAll(async () => {
    office = await openReadyOffice();
    options = await office.browser.open(office.browser.pageAddress('options.html'));
    own = await firstCall(GARAGE.id);
    others = await firstCall(OTHER.id);
  });
  afterAll(() => office.close());

  async function firstCall(party: number): Promise<string> {
    const card = await openCard(await office.browser.context.newPage(), office.card(party));
    const { lines } = (await asScript(card.page, 'card.calls', {
      party: { kind: 'thirdparty', id: party },
      filter: {},
      offset: 0,
      limit: 1,
    })) as { lines: { key: string }[] }; // as the contract says
    await card.page.close();
    expect(lines).toHaveLength(1);
    return lines[0]?.key ?? '';
  }

  /**
   * Asks as a script of the extension that somebody took over in the page: by its means, from its place. undefined is no
   * answer, whether it was refused or nothing was found.
   */
  async function asScript(page: Page, name: string, asked: unknown): Promise<unknown> {
    const address = page.url();
    return options.evaluate(
      async ({ url, data }) => {
        const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
        const [done] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? 0 },
          args: [data],
          func: (question) =>
            chrome.runtime
              .sendMessage({ id: 1, type: 'question', data: question, timestamp: 1 })
              .then((reply) => (reply?.res?.ok ? (reply.res.answered ?? null) : null)),
        });
        return done?.result ?? undefined;
      },
      { url: address, data: { name, asked } },
    );
  }

  it('of another granted host is answered nothing at all', async () => {
    const page = await office.browser.context.newPage();
    // the UCM's own pages: the extension has access to them as well
    await page.goto(`${office.ucm.url}/`);
    expect(names.length).toBeGreaterThan(35);
    for (const name of names) expect(await asScript(page, name, askedFor(name, GARAGE, own)), name).toBeUndefined();
    await page.close();
  });

  it('of a page of Dolibarr that is nobody’s card is answered nothing either', async () => {
    const page = await office.browser.context.newPage();
    await page.goto(`${office.dolibarr.url}/index.php`);
    for (const name of names) expect(await asScript(page, name, askedFor(name, GARAGE, own)), name).toBeUndefined();
    await page.close();
  });

  it('of a card, taken over, is answered nothing about another party and no question of the extension’s own pages', async () => {
    const card = await openCard(await office.browser.context.newPage(), office.card(GARAGE.id));
    for (const name of names) {
      expect(await asScript(card.page, name, askedFor(name, OTHER, others)), name).toBeUndefined();
    }
    await card.page.close();
  });

  it('of a card, taken over, gets its own party’s calls and by no key another’s', async () => {
    const card = await openCard(await office.browser.context.newPage(), office.card(GARAGE.id));
    expect(await asScript(card.page, 'card.call', askedFor('card.call', GARAGE, own))).toBeDefined();
    for (const name of [
      'card.call',
      'card.find',
      'card.play',
      'card.download',
      'card.notes',
      'card.note',
      'card.onlyMe',
    ]) {
      expect(await asScript(card.page, name, askedFor(name, GARAGE, others)), name).toBeUndefined();
    }
    await card.page.close();
  });

  it('changed nothing by all that', async () => {
    const { hasUcmPassword, settings } = await askFrom(options, 'options.read', undefined);
    expect([hasUcmPassword, settings.dolibarr.root]).toEqual([true, office.dolibarr.url]);
    expect((await askFrom(options, 'options.aboutNumber', { number: '0199004712' })).calls).toBeGreaterThan(0);
    expect(office.dolibarr.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
