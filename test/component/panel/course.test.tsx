import { expect, it } from 'vitest';
import { stepsOf } from '../../../components/panel/steps';
import { legLines } from '../../../lib/answers/leg-lines';
import { regroup } from '../../../lib/calls/regroup';
import { tell } from '../../sim/story/tell';
import { legsOf, paris, storyOf } from '../../unit/calls/told';

/** The strip of a told call, as its stations stand in it: what, who, how many seconds. */
function course(line: string): string[] {
  const [legs, ...others] = regroup(legsOf(tell(storyOf(`-1wd\n${line}`), paris)));
  expect(others).toEqual([]);
  return stepsOf(legLines(legs ?? [], 3600, (raw) => raw)).map(
    ({ role, targets, length }) => `${role} ${targets.join(', ')}${length > 0 ? ` ${length}` : ''}`,
  );
}

it('a wait in a queue is one stretch, and whoever rang meanwhile comes after it', () => {
  expect(course('09:12 in 0639981234 → 6500 queue → 201, 202 rang 14s → 203 answered 3m12')).toEqual([
    'dialled 0199001234',
    'queue 6500 14',
    'rang 201, 202 14',
    'talked 203 192',
  ]);
  expect(course('15:01 in 0199001555 → 6500 queue → 201, 202, 203 rang 45s → abandoned 47s')).toEqual([
    'dialled 0199001234',
    'queue 6500 47',
    'rang 201, 202, 203 45',
  ]);
});

it('an attended transfer is one step: asking the colleague first is part of it', () => {
  expect(course('10:01 in 0465712200 → 201 answered 1m05 → attended 202 answered 4m10 consulting 20s')).toEqual([
    'dialled 0199001234',
    'talked 201 65',
    'thenTalked 202 250',
  ]);
});

it('a colleague who was asked and did not get the call was asked, not talked to', () => {
  const at = 1_795_000_000;
  const talk = { start: at, duration: 300, talk: 290, role: 'talked', target: '201' } as const;
  const question = { start: at + 100, duration: 30, talk: 0, role: 'talked', target: '202' } as const;
  expect(stepsOf([talk, question]).map(({ role, targets, length }) => [role, ...targets, length])).toEqual([
    ['talked', '201', 290],
    ['asked', '202', 30],
  ]);
});

it('a blind transfer, and a call parked and fetched by another, end with whoever talked last', () => {
  expect(
    course('11:01 in 0465712200 → 6500 queue → 201, 203 rang 8s → 202 answered 7m10 → blind 206 answered 3m'),
  ).toEqual(['dialled 0199001234', 'queue 6500 8', 'rang 201, 203 8', 'talked 202 430', 'thenTalked 206 180']);
  expect(course('12:01 in 0639981234 → 203 answered 2m10 → park 71 35s → 204 retrieved 1m30')).toEqual([
    'dialled 0199001234',
    'talked 203 130',
    'held 71 35',
    'thenTalked 204 90',
  ]);
});

it('a caller who came back into the same queue waited twice', () => {
  const at = 1_795_000_000;
  const wait = { duration: 20, talk: 0, role: 'queue', target: '6500' } as const;
  const steps = stepsOf([
    { ...wait, start: at },
    { start: at + 20, duration: 60, talk: 55, role: 'talked', target: '201' },
    { ...wait, start: at + 80 },
    { ...wait, start: at + 80 },
  ]);
  expect(steps.map(({ role }) => role)).toEqual(['queue', 'talked', 'queue']);
});
