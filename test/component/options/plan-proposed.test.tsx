import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { createFakeBackground, office } from './fake-background';

afterEach(cleanup);

const plan = { of: 40, read: 12, better: { country: 'BE', outsidePrefix: '0', read: 39 } };
const story = { settings: office, password: 'p', key: 'k', plan, sync: { phase: 'idle', calls: 40 } as const };

async function section(told: Parameters<typeof createFakeBackground>[0]) {
  const background = createFakeBackground(told);
  render(<Options shell={background.shell} />);
  return { region: within(await screen.findByRole('region', { name: /Synchronisation/ })), background };
}

it('country and prefix that the calls themselves suggest are taken over by one press', async () => {
  const { region, background } = await section(story);
  await region.findByText(/Belgium, outside line prefix 0\. 39 of the last 40 outside numbers .* instead of 12/);
  fireEvent.click(region.getByRole('button', { name: 'Use this' }));
  await waitFor(() => expect(background.saved().settings.numbers).toMatchObject({ country: 'BE', outsidePrefix: '0' }));
  await waitFor(() => expect(region.queryByText(/Your calls suggest/)).toBeNull());
});

it('what the administrator has locked is suggested, and not to be taken over here', async () => {
  const { region } = await section({ ...story, origin: { locked: ['numbers.country'] } });
  await region.findByText(/Your calls suggest/);
  expect(region.queryByRole('button', { name: 'Use this' })).toBeNull();
});
