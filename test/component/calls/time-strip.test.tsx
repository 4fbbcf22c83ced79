import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { createCallsWords } from '../../../components/calls/calls-words';
import { TimeStrip } from '../../../components/calls/TimeStrip';
import * as fr from '../../../lib/text/fr';

afterEach(cleanup);

it('each leg stands where it lies in the time of the call, its talk at its end', () => {
  const start = 1_795_000_000;
  render(
    <TimeStrip
      legs={[
        { start, duration: 20, talk: 0, role: 'rang', target: '201' },
        { start: start + 20, duration: 80, talk: 60, role: 'talked', target: '203' },
      ]}
      start={start}
      length={100}
      staff={{ '203': 'Claire Morel' }}
      words={createCallsWords(fr, ['fr-FR'])}
    />,
  );
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent?.replaceAll(/\s+/g, ' '));
  expect(lines).toEqual(['A sonné 2010:00 – 0:20', 'Conversation 203 Claire Morel0:20 – 1:40']);
  const bars = [...document.querySelectorAll<HTMLElement>('.strip-way i')];
  expect(bars.map(({ style }) => [style.left, style.width])).toEqual([
    ['0%', '20%'],
    ['20%', '80%'],
    ['40%', '60%'],
  ]);
});
