import { describe, expect, test } from 'vitest';
import { judge, readAnswer } from '../../../lib/ucm/status';

/** Every code of section 2 of the API notes, in words. */
const table: [status: number, during: 'login' | 'action', act: string][] = [
  [0, 'action', 'ok'],
  [-1, 'action', 'fail'],
  [-5, 'action', 'login-again'],
  [-6, 'action', 'login-again'],
  [-7, 'action', 'fail'],
  [-8, 'action', 'login-again'],
  [-9, 'action', 'fail'],
  [-15, 'action', 'fail'],
  [-16, 'action', 'fail'],
  [-19, 'action', 'disable'],
  [-24, 'action', 'fail'],
  [-25, 'action', 'fail'],
  [-26, 'action', 'fail'],
  [-37, 'action', 'stop ucm-wrong-password'],
  [-43, 'action', 'fail'],
  [-44, 'action', 'fail'],
  [-45, 'action', 'wait 15'],
  [-46, 'action', 'wait 15'],
  [-47, 'action', 'disable'],
  [-50, 'action', 'fail'],
  [-51, 'action', 'wait 15'],
  [-251, 'action', 'wait 15'],
  [-57, 'action', 'wait 60'],
  [-68, 'action', 'ban'],
  [-69, 'action', 'fail'],
  [-70, 'action', 'stop ucm-login-forbidden'],
  [-71, 'action', 'stop ucm-unknown-user'],
  [-90, 'action', 'fail'],
  [-98, 'action', 'fail'],
  [-10, 'action', 'disable'],
  [-11, 'action', 'stop ucm-wrong-password'],
  [-30, 'action', 'wait 60'],
  [-4711, 'action', 'fail'],
  // at challenge and login
  [0, 'login', 'ok'],
  [-5, 'login', 'fail'],
  [-6, 'login', 'fail'],
  [-8, 'login', 'fail'],
  [-10, 'login', 'stop ucm-no-permission'],
  [-19, 'login', 'fail'],
  [-37, 'login', 'stop ucm-wrong-password'],
  [-45, 'login', 'wait 15'],
  [-47, 'login', 'stop ucm-no-permission'],
  [-57, 'login', 'wait 60'],
  [-68, 'login', 'ban'],
  [-70, 'login', 'stop ucm-login-forbidden'],
  [-71, 'login', 'stop ucm-unknown-user'],
  [-4711, 'login', 'fail'],
];

test.each(table)('%i during %s: %s', (status, during, act) => {
  expect(Object.values(judge(status, during)).join(' ')).toBe(act);
});

test('an answer without a status is a good one', () => {
  expect(judge(undefined, 'action')).toEqual({ act: 'ok' });
});

describe('what an answer says', () => {
  test('numbers may come as text', () => {
    expect(readAnswer({ status: '-68', response: { remain_time: '300' } })).toEqual({
      status: -68,
      response: { remain_time: 300 },
    });
  });

  test.each([null, 'text', 7, [], { status: {}, response: 'none' }, { response: null }])('%j says nothing', (body) => {
    expect(readAnswer(body).status).toBeUndefined();
    expect(readAnswer(body).response).toBeUndefined();
  });

  test('odd figures beside a status do not hide it', () => {
    expect(readAnswer({ status: -37, response: { remain_num: 'some', cookie: 5 } }).status).toBe(-37);
  });
});
