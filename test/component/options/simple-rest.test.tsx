import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { createFakeBackground, office } from './fake-background';

afterEach(cleanup);

const granted = ['https://192.168.1.10/*', 'https://erp.example.com/*'];
const story = { settings: office, password: 'p', key: 'k', granted };
const wantsHeader = { code: 'ucm-cookie-header', detail: { host: '192.168.1.10:8089' } } as const;

async function open(background: ReturnType<typeof createFakeBackground>): Promise<void> {
  render(<Options shell={background.shell} />);
  await screen.findByLabelText('Address of the UCM');
}

describe('the simple REST form', () => {
  it('is chosen with a word about the password it sends', async () => {
    const background = createFakeBackground(story);
    await open(background);
    expect(screen.queryByText(/sends the password itself/)).toBeNull();
    fireEvent.change(screen.getByLabelText('Interface'), { target: { value: 'rest' } });
    await screen.findByText(/sends the password itself/);
    await waitFor(() => expect(background.saved().settings.ucm.dialect).toBe('rest'));
  });

  it('that wants a header leads to the permission, and then to a new start', async () => {
    const background = createFakeBackground(story);
    background.answers.ucm = { ok: false, error: wantsHeader };
    await open(background);
    const [test] = screen.getAllByRole('button', { name: /^Test the connection/ });
    if (test) fireEvent.click(test);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow it' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Restart the extension' }));
    expect(background.browser.restarts).toBe(1);
  });

  it('says so when the permission is not given, and leaves the button', async () => {
    const background = createFakeBackground({ ...story, sync: { phase: 'stopped', error: wantsHeader } });
    background.browser.givesAccess = false;
    await open(background);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow it' }));
    await screen.findByText(/did not give the permission/);
    expect(screen.getByRole('button', { name: 'Allow it' })).toBeTruthy();
    expect(background.browser.restarts).toBe(0);
  });
});
