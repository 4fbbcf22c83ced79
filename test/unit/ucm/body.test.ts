import { expect, test } from 'vitest';
import { readJson } from '../../../lib/ucm/body';
import { loginToken } from '../../../lib/ucm/md5';

function answer(body: string | number[], status = 200) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body);
  return { status, contentType: '', bytes };
}

test('a line break inside a name does not spoil the page', () => {
  expect(readJson(answer('{"caller_name":"Dupont\n&\tFils"}'), 'pbx:8089')).toEqual({ caller_name: 'Dupont & Fils' });
});

test('a name in another character set does not spoil the page', () => {
  const latin1 = [...Buffer.from('{"caller_name":"Électricité"}', 'latin1')];
  expect(readJson(answer(latin1), 'pbx:8089')).toEqual({ caller_name: '\ufffdlectricit\ufffd' });
});

test('an error status with JSON is still what the UCM says', () => {
  expect(readJson(answer('{"status":-6}', 500), 'pbx:8089')).toEqual({ status: -6 });
});

test.each([
  ['<!DOCTYPE html><html>', 200, 'ucm-answer', 'HTML'],
  ['\n <html>', 404, 'ucm-answer', 'HTTP 404'],
  ['<html>403 Forbidden', 403, 'ucm-no-permission', 'HTTP 403'],
  ['', 403, 'ucm-no-permission', 'HTTP 403'],
  ['', 200, 'ucm-answer', 'empty answer'],
  ['{"cdr_root":[{"AcctId":"1"', 200, 'ucm-answer', 'no JSON'],
  ['Bad Gateway', 502, 'ucm-answer', 'HTTP 502'],
])('%j with %i is %s: %s', (body, status, code, reason) => {
  expect(() => readJson(answer(body, status), 'pbx:8089')).toThrow(
    expect.objectContaining({ code, detail: { host: 'pbx:8089', reason } }),
  );
});

test('the token is the MD5 of challenge and password in UTF-8', () => {
  // md5sum of the same bytes
  expect(loginToken('0000001496038514', 'cdrapi123')).toBe('842f83b03f481e3f4f8e49aded988815');
  expect(loginToken('0000001496038514', 'Sésame€')).toBe('044d20d981acaea9f8e344d1bea125ff');
});
