import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { createFakeBackground, office } from './fake-background';

afterEach(cleanup);

async function section() {
  const background = createFakeBackground({ settings: office, password: 'p', key: 'k' });
  render(<Options shell={background.shell} />);
  return { region: within(await screen.findByRole('region', { name: /Notices/ })), background };
}

it('notices are asked for once they are switched on, by a button, and the working hours stand beside', async () => {
  const { region, background } = await section();
  expect(region.queryByRole('button', { name: 'Allow notices' })).toBeNull();
  fireEvent.change(region.getByLabelText('Missed call to follow up'), { target: { value: 'working' } });
  await region.findByLabelText('Work begins at');
  fireEvent.click(await region.findByRole('button', { name: 'Allow notices' }));
  await region.findByText('The browser allows notices.');
  await waitFor(() => expect(background.saved().settings.notices.missed).toBe('working'));
});

it('a browser that does not allow them is said, with what to do', async () => {
  const { region, background } = await section();
  background.browser.givesAccess = false;
  fireEvent.change(region.getByLabelText('Calls are not read any more'), { target: { value: 'yes' } });
  fireEvent.click(await region.findByRole('button', { name: 'Allow notices' }));
  await region.findByText(/did not allow it/);
});
