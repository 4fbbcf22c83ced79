import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { createCallsWords } from '../../../components/calls/calls-words';
import { MissedWhat } from '../../../components/calls/MissedWhat';
import type { FollowUpRules } from '../../../lib/calls/missed';
import * as fr from '../../../lib/text/fr';

afterEach(cleanup);

function show(rules: FollowUpRules) {
  const openOptions = vi.fn();
  render(<MissedWhat rules={rules} shell={{ openOptions }} words={createCallsWords(fr, ['fr-FR'])} />);
  return openOptions;
}

it('says that every missed call counts where nothing else was set, and leads to where it is', () => {
  const openOptions = show({ seconds: 0, menu: true });
  screen.getByText(/Les appels comptent à toute heure\./);
  expect(screen.queryByText(/écarté/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Changer ce qui compte' }));
  expect(openOptions).toHaveBeenCalledOnce();
});

it('says which hours, how short and which menus do not count, Monday first', () => {
  show({ seconds: 5, menu: false, hours: { days: [0, 1, 2], from: 510, until: 1080 } });
  const said = screen.getByText(/heures de travail/).textContent?.replaceAll(/\s/g, ' ');
  expect(said).toContain('lun., mar. et dim., de 08:30 à 18:00.');
  expect(said).toContain('Qui a raccroché en moins de 5 s est écarté.');
  expect(said).toContain('Qui a raccroché dans le menu vocal est écarté.');
});
