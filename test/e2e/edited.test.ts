import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCard } from './support/card-page';
import type { Office } from './support/office';
import { openReadyOffice } from './support/ready-office';

/** Transports Garnier, who has no number; 06 39 98 72 00 has called twice. */
const GARNIER = 13;

describe('a number saved on a card in this browser', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openReadyOffice();
  });
  afterAll(() => office.close());

  it('brings the history of the number at once, without a synchronisation', async () => {
    const card = await openCard(await office.browser.context.newPage(), office.card(GARNIER));
    await card.tab.waitFor();
    expect(await card.count()).toBe(0);
    const polls = office.ucm.requests.length;
    await card.page.goto(`${office.card(GARNIER)}&action=edit`);
    await card.page.locator('#phone').fill('06 39 98 72 00');
    await card.page.locator('#phone').press('Enter');
    await card.tab.locator('.badge', { hasText: '2' }).waitFor();
    expect(office.ucm.requests.length).toBe(polls);
  });

  it('of a thirdparty that was made a moment ago is known when its card is opened', async () => {
    const id = office.dolibarr.addThirdparty({ name: 'Atelier du Port', phone: '+33 6 39 98 81 00' });
    const card = await openCard(await office.browser.context.newPage(), office.card(id));
    await card.tab.locator('.badge').waitFor();
    expect(await card.count()).toBe(2);
  });
});
