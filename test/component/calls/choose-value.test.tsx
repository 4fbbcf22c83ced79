import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { ChooseValue } from '../../../components/calls/ChooseValue';
import { createCallsWords } from '../../../components/calls/calls-words';
import type { ChoicesAnswer, ChoicesAsked } from '../../../lib/questions/journal';
import type { Ask } from '../../../lib/questions/questions';
import * as fr from '../../../lib/text/fr';

afterEach(cleanup);

const trunks = [
  { value: 'Opérateur SIP', label: 'Opérateur SIP', calls: 1250 },
  { value: '', label: '', calls: 90 },
  { value: 'Secours 4G', label: 'Secours 4G', calls: 3 },
];

function open(answer: (asked: ChoicesAsked) => Promise<ChoicesAnswer>) {
  const chosen: string[] = [];
  const ask: Ask = async (_name, asked) => (await answer(asked as never)) as never; // the one question that is asked
  render(
    <ChooseValue
      by="trunk"
      shell={{ ask, onChanged: () => () => undefined }}
      words={createCallsWords(fr, ['fr'])}
      onChoose={(value) => chosen.push(value)}
    />,
  );
  return { chosen, field: screen.getByRole('combobox', { name: 'Trunk' }) };
}

/** As the background answers: by part of the value; what only the page can name comes along. */
const all = async ({ text }: ChoicesAsked): Promise<ChoicesAnswer> => {
  const choices = trunks.filter(({ value }) => value === '' || value.toLowerCase().includes(text.toLowerCase()));
  return { choices, count: choices.length };
};
const type = (field: HTMLElement, text: string) => fireEvent.input(field, { target: { value: text } });
const listed = () => screen.queryAllByRole('option').map((one) => one.textContent?.replace(/\s/g, ' '));

it('lists what there is with its calls, and the arrows and Enter choose one', async () => {
  const { chosen, field } = open(all);
  expect(field.getAttribute('aria-expanded')).toBe('false');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  await waitFor(() => expect(listed()).toEqual(['Opérateur SIP 1 250', 'Sans trunk 90', 'Secours 4G 3']));
  const first = screen.getByRole('option', { selected: true });
  expect(field.getAttribute('aria-activedescendant')).toBe(first.id);
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(chosen).toEqual(['none']);
  expect(field.getAttribute('aria-expanded')).toBe('false');
});

it('typing finds; the first is chosen by Enter, also when that comes before the answer', async () => {
  let give = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    give = resolve;
  });
  const { chosen, field } = open(async (asked) => {
    await gate;
    return all(asked);
  });
  type(field, 'secours');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(chosen).toEqual([]);
  give();
  await waitFor(() => expect(chosen).toEqual(['Secours 4G']));
});

it('what has a name of the page alone is found by that name', async () => {
  const { field } = open(all);
  type(field, 'SANS');
  await waitFor(() => expect(listed()).toEqual(['Sans trunk 90']));
  type(field, 'opé');
  await waitFor(() => expect(listed()).toEqual(['Opérateur SIP 1 250']));
  type(field, 'personne');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Rien de tel.'));
});

it('is chosen by a press; Escape closes, then empties; who leaves the field closes it', async () => {
  const { chosen, field } = open(all);
  fireEvent.click(field);
  fireEvent.click(await screen.findByText('Secours 4G'));
  expect(chosen).toEqual(['Secours 4G']);
  type(field, 'op');
  fireEvent.keyDown(field, { key: 'Escape' });
  expect([field.getAttribute('aria-expanded'), listed()]).toEqual(['false', []]);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(field).toHaveProperty('value', '');
  fireEvent.click(field);
  await screen.findByText('Secours 4G');
  fireEvent.focusOut(field);
  expect(listed()).toEqual([]);
  expect(chosen).toHaveLength(1);
});
