import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { clockText, readClockText } from '../../../components/form/clock-text';
import { Options } from '../../../components/options/Options';
import { createFakeBackground, office } from './fake-background';

afterEach(cleanup);

/** The section, and the settings as the background has them. */
async function section(settings = office) {
  const background = createFakeBackground({ settings, password: 'p', key: 'k' });
  render(<Options shell={background.shell} />);
  const region = within(await screen.findByRole('region', { name: /Unknown numbers/ }));
  return { region, background };
}

const proposing = { ...office, unknown: { ...office.unknown, mode: 'review' as const } };
const leave = (field: HTMLElement, value: string) => {
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
};

describe('rules for unknown numbers', () => {
  it('are not shown while nothing is proposed, but what they would do is; switched on, they are, with how many wait', async () => {
    const { region } = await section();
    await region.findByText(/5 numbers of the kept calls would be proposed, and .* made 3 thirdparties/);
    expect(region.queryByLabelText('Seconds of talk at least')).toBeNull();
    fireEvent.change(region.getByLabelText('New thirdparties'), { target: { value: 'review' } });
    await region.findByLabelText('Seconds of talk at least');
    await region.findByText('By these rules 5 numbers of the kept calls wait for a decision.');
  });

  it('a stricter rule shows at once how many are left', async () => {
    const { region } = await section(proposing);
    await region.findByText(/5 numbers .* wait/);
    leave(region.getByLabelText('From which call on'), '2');
    await region.findByText(/2 numbers .* wait/);
  });

  it('what is no time, no number and no pattern is said at its field, and the old value stays', async () => {
    const { region, background } = await section({
      ...proposing,
      unknown: { ...proposing.unknown, hours: 'working' },
    });
    leave(await region.findByLabelText('Work begins at'), 'early');
    await region.findByText(/Enter a time of day/);
    leave(region.getByLabelText('From which call on'), '0');
    await region.findByText(/not within what is possible/);
    leave(region.getByLabelText('Never these numbers'), '+338*\nthe tax office');
    await region.findByText(/beginning of one: the tax office/);
    expect(background.saved().settings.unknown).toEqual({ ...proposing.unknown, hours: 'working' });
  });

  it('working days and hours as a person writes them', async () => {
    const { region, background } = await section({
      ...proposing,
      unknown: { ...proposing.unknown, hours: 'working' },
    });
    leave(await region.findByLabelText('Work begins at'), '8h30');
    fireEvent.click(region.getByLabelText('Sat'));
    await waitFor(() =>
      expect(background.saved().settings.unknown).toMatchObject({ from: 510, days: [1, 2, 3, 4, 5, 6] }),
    );
  });
});

it.each([
  ['8', 480, '08:00'],
  ['18.45', 1125, '18:45'],
  ['24:00', 1440, '24:00'],
])('%s is a time of day', (text, minutes, shown) => {
  expect(readClockText(text)).toBe(minutes);
  expect(clockText(minutes)).toBe(shown);
});

it.each(['25', '8:60', '24:01', '', 'noon'])('%s is none', (text) => {
  expect(readClockText(text)).toBeNaN();
});
