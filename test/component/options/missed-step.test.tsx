import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { createFakeBackground, office } from './fake-background';

afterEach(cleanup);

async function section() {
  const background = createFakeBackground({ settings: office, password: 'p', key: 'k' });
  render(<Options shell={background.shell} />);
  return { region: within(await screen.findByRole('region', { name: /Missed calls to follow up/ })), background };
}

it('which missed calls are followed up is set: hours, how soon somebody hung up, the voice menu', async () => {
  const { region, background } = await section();
  expect(region.queryByLabelText('Work begins at')).toBeNull();
  fireEvent.change(region.getByLabelText('Only in working hours'), { target: { value: 'working' } });
  await region.findByLabelText('Work begins at');
  const seconds = region.getByLabelText(/^Leave out whoever hung up/);
  fireEvent.change(seconds, { target: { value: '5' } });
  fireEvent.change(region.getByLabelText('Count whoever hung up in the voice menu'), { target: { value: 'no' } });
  await waitFor(() =>
    expect(background.saved().settings.missed).toEqual({ hours: 'working', seconds: 5, menu: false }),
  );
});

it('seconds that cannot be used are said, and the old value stays', async () => {
  const { region, background } = await section();
  const seconds = region.getByLabelText(/^Leave out whoever hung up/);
  fireEvent.change(seconds, { target: { value: '121' } });
  await region.findByText(/This is not within what is possible\./);
  expect(background.saved().settings.missed.seconds).toBe(0);
});
