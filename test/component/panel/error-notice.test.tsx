import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWords } from '../../../components/call/words';
import { ErrorNotice } from '../../../components/ErrorNotice/ErrorNotice';
import { errorCodes } from '../../../lib/errors';
import * as fr from '../../../lib/text/fr';
import { catalogues } from '../../catalogues';

afterEach(cleanup);

describe('the notice of an error', () => {
  it.each(errorCodes)('%s says what happened and what to do, without holes, in every language', (code) => {
    for (const texts of catalogues) {
      const { container } = render(
        <ErrorNotice error={{ code, detail: {} }} words={createWords(texts)} actions={{}} />,
      );
      expect(container.textContent).not.toMatch(/[{}]|\(\s*\)| {2}/);
      expect(screen.queryByRole('button')).toBeNull();
      cleanup();
    }
  });

  it('offers the options where they mend it, or another try where the screen has no options', () => {
    const options = vi.fn();
    const retry = vi.fn();
    const error = { code: 'dolibarr-key', detail: {} } as const;
    const { rerender } = render(<ErrorNotice error={error} words={createWords(fr)} actions={{ options, retry }} />);
    fireEvent.click(screen.getByRole('button', { name: /^(Open the options|Ouvrir les options)$/ }));
    expect(options).toHaveBeenCalledOnce();
    rerender(<ErrorNotice error={error} words={createWords(fr)} actions={{ retry }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('names a missing right as Dolibarr’s screen of permissions does', () => {
    const error = { code: 'dolibarr-right', detail: { subject: 'societe/creer' } } as const;
    const { container } = render(<ErrorNotice error={error} words={createWords(fr)} actions={{}} />);
    expect(container.textContent).toContain('Tiers → Créer/modifier les tiers');
  });
});
