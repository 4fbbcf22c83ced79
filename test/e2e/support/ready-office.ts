import { type Office, openOffice } from './office';
import { setUp } from './set-up';

/** The same office on the day after: everything set up by clicks, all calls read, the options page closed. */
export async function openReadyOffice(...circumstances: Parameters<typeof openOffice>): Promise<Office> {
  const office = await openOffice(...circumstances);
  const options = await setUp(office.browser, office.machines);
  await options.waitForCalls();
  await options.page.close();
  return office;
}
