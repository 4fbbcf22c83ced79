import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { createFakeBackground } from './fake-background';

afterEach(cleanup);

async function open(background: ReturnType<typeof createFakeBackground>): Promise<void> {
  render(<Options shell={background.shell} />);
  await screen.findByLabelText('Address of Dolibarr');
}

const step = () => within(screen.getByRole('region', { name: /Dolibarr/ }));
const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);

function paste(label: string, text: string): void {
  fireEvent.paste(field(label), { clipboardData: { getData: () => text } });
}

describe('the address of Dolibarr', () => {
  it('is the root of any page pasted', async () => {
    const background = createFakeBackground();
    await open(background);
    paste('Address of Dolibarr', 'https://erp.example.com/dolibarr/societe/card.php?socid=2');
    await waitFor(() => expect(background.saved().settings.dolibarr.root).toBe('https://erp.example.com/dolibarr'));
    await waitFor(() => expect(field('Address of Dolibarr').value).toBe('https://erp.example.com/dolibarr'));
    expect(step().queryByText(/in clear/)).toBeNull();
  });

  it('without HTTPS says what travels in clear', async () => {
    const background = createFakeBackground();
    await open(background);
    paste('Address of Dolibarr', 'http://erp.example.com/');
    const question = await step().findByRole('alertdialog');
    expect(question.textContent).toContain('API key, names and telephone numbers travel in clear');
    expect(background.saved().settings.dolibarr.root).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Enter another address' }));
    await step().findByText('Not used: enter another address.');
    expect(background.saved().settings.dolibarr.root).toBe('');
    expect(document.activeElement).toBe(field('Address of Dolibarr'));

    paste('Address of Dolibarr', 'http://erp.example.com/index.php');
    fireEvent.click(await screen.findByRole('button', { name: 'Use http:// all the same' }));
    await waitFor(() => expect(background.saved().settings.dolibarr.root).toBe('http://erp.example.com'));
    expect(step().queryByRole('alertdialog')).toBeNull();
    expect(await step().findByText(/travel in clear/)).toBeTruthy();
  });

  it('of this very computer asks and warns of nothing: nothing leaves it', async () => {
    const background = createFakeBackground();
    await open(background);
    paste('Address of Dolibarr', 'http://localhost:8080/dolibarr/');
    await waitFor(() => expect(background.saved().settings.dolibarr.root).toBe('http://localhost:8080/dolibarr'));
    expect(step().queryByText(/in clear/)).toBeNull();
  });
});
