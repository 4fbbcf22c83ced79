import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { createCallsWords } from '../../../components/calls/calls-words';
import { Line } from '../../../components/calls/Line';
import { CallDetails } from '../../../components/panel/CallOpened';
import { createPanelWords } from '../../../components/panel/panel-words';
import type { JournalLine } from '../../../lib/questions/journal';
import type { CallDetail } from '../../../lib/questions/questions';
import * as en from '../../../lib/text/en';

afterEach(cleanup);

const start = 1_795_442_400;
const line: CallDetail['line'] = {
  ...{ key: '1-a', start, direction: 'in', type: 'queue', outcome: 'answered', number: '06 39 98 12 34' },
  ...{ rawNumber: '0639981234', name: '', extension: '203', through: '6500', ring: 5, talk: 60, recordings: 0 },
  ...{ noted: false, open: false, strength: 'exact', others: [] },
};
const staff = { '203': 'Claire <b>Morel</b>', '6500': 'Accueil clients' };
const leg = { start, duration: 5, talk: 0 };
const detail: CallDetail = {
  ...{ line, did: '', duration: 65, rung: ['203', '202'], lastSpeaker: '203', recordings: [], unnamed: false },
  ...{ reasons: [], staff },
  legs: [
    { ...leg, role: 'queue', target: '6500' },
    { ...leg, role: 'talked', target: '203', talk: 60 },
  ],
};

it('an opened call names whoever has the extension, as plain text; a number without a name stands alone', () => {
  const { container } = render(<CallDetails detail={detail} words={createPanelWords(en)} openAddress={() => ''} />);
  const stations = [...container.querySelectorAll('.step-targets')].map((one) => one.textContent);
  expect(stations).toEqual(['6500 Accueil clients', '203 Claire <b>Morel</b>']);
  expect(screen.getByText('202, 203 Claire <b>Morel</b>')).toBeTruthy();
});

it('so does a line of the journal', () => {
  const told: JournalLine = { ...line, strength: undefined, trunk: '', parties: [], staff };
  render(
    <Line
      {...{ line: told, columns: ['extension'], address: '', selected: false, onSelect: () => undefined }}
      words={createCallsWords(en, [])}
      now={start}
    />,
  );
  expect(screen.getByText('6500 Accueil clients › 203 Claire <b>Morel</b>')).toBeTruthy();
});
