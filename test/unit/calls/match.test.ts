import { describe, expect, test } from 'vitest';
import { matchNumber, type Party, type Phone } from '../../../lib/calls/match';
import { type NumberPlan, readNumber } from '../../../lib/calls/number';
import { readStoredNumbers } from '../../../lib/calls/number-stored';
import type { MatchReason, PartyName } from '../../../lib/questions/questions';

const plan: NumberPlan = { country: 'FR', outsidePrefix: '0', own: ['0199001200'] };

const garage: Party = { kind: 'thirdparty', id: 1, name: 'Garage Lefèvre', company: '', thirdparty: 0 };
const hugo: Party = { kind: 'contact', id: 2, name: 'Hugo Martin', company: 'Garage Lefèvre', thirdparty: 1 };
const claire: Party = { kind: 'contact', id: 1, name: 'Claire Lefèvre', company: 'Garage Lefèvre', thirdparty: 1 };
const bakery: Party = { kind: 'thirdparty', id: 5, name: 'Boulangerie Moreau', company: '', thirdparty: 0 };
const alone: Party = { kind: 'contact', id: 3, name: 'Inès Petit', company: '', thirdparty: 0 };

function phone(party: Party, field: string, stored: string, country = 'FR'): Phone {
  const [number] = readStoredNumbers(stored, { country, outsidePrefix: '', own: [] });
  if (!number || number.kind === 'hidden') throw new Error(`no number in the story: ${stored}`);
  return { party, field, stored, e164: number.kind === 'extension' ? undefined : number.e164, digits: number.digits };
}
const match = (raw: string, phones: Phone[]) => matchNumber(readNumber(raw, plan), phones);
const names = (raw: string, phones: Phone[]) => match(raw, phones)?.answers.map((answer) => answer.party.name);

test('a caller is known by the number on the card, however each side writes it', () => {
  const found = match('+33199001234', [
    phone(garage, 'phone', '01 99 00 12 34'),
    phone(bakery, 'phone', '02 61 91 10 20'),
  ]);
  expect(found).toMatchObject({ strength: 'exact', ambiguous: false });
  expect(found?.reasons).toEqual([{ strength: 'exact', party: garage, field: 'phone', stored: '01 99 00 12 34' }]);
});

test('nobody has the number: no match', () => {
  expect(match('0639981234', [phone(garage, 'phone', '01 99 00 12 34')])).toBeUndefined();
  expect(match('0639981234', [])).toBeUndefined();
});

describe('probable', () => {
  test('when the country is not sure on one side', () => {
    // a German customer, and the French mobile somebody typed on the card as one writes it in France
    expect(match('+33639981234', [phone(garage, 'phone', '0639981234', 'DE')])?.strength).toBe('probable');
    expect(match('0639981234', [phone(garage, 'phone', '0639981234', 'DE')])?.strength).toBe('probable');
  });

  test('when one is the end of the other, in either direction, with eight digits at least', () => {
    const local: Phone = { party: garage, field: 'phone', stored: '99 00 12 34', e164: undefined, digits: '99001234' };
    expect(match('0199001234', [local])?.strength).toBe('probable');
    expect(match('99001234', [phone(garage, 'phone', '0199001234')])?.strength).toBe('probable');
    expect(match('9001234', [phone(garage, 'phone', '0199001234')])).toBeUndefined();
    expect(match('0199001234', [{ ...local, digits: '9001234' }])).toBeUndefined();
  });

  test('not when only the last eight digits are the same', () => {
    expect(
      match('+33199001234', [phone(garage, 'phone', '+44 20 9900 1234'), phone(garage, 'fax', '0299001234')]),
    ).toBeUndefined();
  });

  test('only where nobody has exactly this number', () => {
    const phones = [phone(bakery, 'phone', '0639981234', 'DE'), phone(garage, 'phone', '0639981234')];
    expect(match('0639981234', phones)).toMatchObject({ strength: 'exact', ambiguous: false });
    expect(names('0639981234', phones)).toEqual(['Garage Lefèvre']);
  });
});

test('extensions, own numbers and hidden callers match nobody, even when a card holds the same', () => {
  const phones = [
    { party: garage, field: 'phone', stored: '203', e164: undefined, digits: '203' },
    phone(garage, 'phone', '0199001200'),
    { party: garage, field: 'fax', stored: '', e164: undefined, digits: '' },
  ];
  for (const raw of ['203', '0199001200', '+33199001200', 'anonymous', '']) expect(match(raw, phones)).toBeUndefined();
});

describe('several have the number', () => {
  test('two companies: both are named, in a fixed order, and neither is chosen', () => {
    const found = match('0199001234', [phone(bakery, 'phone', '0199001234'), phone(garage, 'fax', '0199001234')]);
    expect(found?.answers.map((answer) => answer.party)).toEqual([garage, bakery]);
    expect(found?.ambiguous).toBe(true);
    expect(found?.reasons.map((reason) => reason.field)).toEqual(['fax', 'phone']);
  });

  test('a contact and its company are one answer, and it names the contact', () => {
    const found = match('0199001234', [
      phone(garage, 'phone', '0199001234'),
      phone(hugo, 'phone_pro', '01 99 00 12 34'),
    ]);
    expect(found?.answers.map((answer) => answer.party)).toEqual([hugo]);
    expect(found).toMatchObject({ ambiguous: false });
    expect(found?.reasons).toHaveLength(2);
  });

  test('a contact alone brings its company along', () => {
    expect(match('0639981234', [phone(hugo, 'phone_mobile', '0639981234')])?.answers[0]?.party.company).toBe(
      'Garage Lefèvre',
    );
  });

  test('two contacts of one company: the company is the answer, the contacts are the reasons', () => {
    const found = match('0199001234', [
      phone(hugo, 'phone_pro', '0199001234'),
      phone(claire, 'phone_pro', '0199001234'),
    ]);
    expect(found?.answers.map((answer) => answer.party)).toEqual([garage]);
    expect(found?.ambiguous).toBe(false);
    expect(found?.reasons.map((reason) => reason.party.name).sort()).toEqual(['Claire Lefèvre', 'Hugo Martin']);
  });

  test('a contact without a company stands for itself', () => {
    const found = match('0199001234', [
      phone(alone, 'phone_perso', '0199001234'),
      phone(garage, 'phone', '0199001234'),
    ]);
    expect(found?.answers.map((answer) => answer.party)).toEqual([garage, alone]);
    expect(found?.ambiguous).toBe(true);
  });

  test('the same field seen twice is one reason', () => {
    const twice = phone(garage, 'phone', '0199001234');
    expect(match('0199001234', [twice, { ...twice }])?.reasons).toHaveLength(1);
  });
});

test('parties and reasons can be shown as the screens expect them', () => {
  const found = match('0199001234', [phone(hugo, 'phone_pro', '0199001234')]);
  const reasons: MatchReason[] = found?.reasons ?? [];
  const parties: PartyName[] = found?.answers.map((answer) => answer.party) ?? [];
  expect(reasons[0]?.party).toEqual(parties[0]);
});
