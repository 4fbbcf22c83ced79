import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { ConfirmDelete } from '../../../components/calls/ConfirmDelete';
import { createCallsWords } from '../../../components/calls/calls-words';
import { MayDelete } from '../../../components/calls/may-delete';
import * as en from '../../../lib/text/en';

afterEach(cleanup);

it.each([
  ['may be deleted here are offered to be', true, 1],
  ['may not be deleted here are not', false, 0],
])('calls that %s', (_, allowed, buttons) => {
  render(
    <MayDelete.Provider value={allowed}>
      <ConfirmDelete count={2} words={createCallsWords(en, ['en'])} onDelete={() => undefined} />
    </MayDelete.Provider>,
  );
  expect(screen.queryAllByRole('button', { name: 'Delete…' })).toHaveLength(buttons);
});
