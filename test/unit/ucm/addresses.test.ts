import { expect, test } from 'vitest';
import { parseUcmAddress } from '../../../lib/ucm/addresses';

test.each([
  ['https://192.168.10.5:8089/', '192.168.10.5', 8089, true],
  ['https://192.168.10.5:8089/cdr/list?page=1#top', '192.168.10.5', 8089, true],
  ['  PBX.Example.com ', 'pbx.example.com', 8089, true],
  ['pbx.example.com/login', 'pbx.example.com', 8089, true],
  ['pbx:8443', 'pbx', 8443, true],
  ['pbx:443', 'pbx', 443, true],
  ['pbx:443/cdr', 'pbx', 443, true],
  ['https://pbx.example.com', 'pbx.example.com', 443, true],
  ['http://192.168.10.5', '192.168.10.5', 80, false],
  ['http://192.168.10.5:8089', '192.168.10.5', 8089, false],
  ['a1b2c3.c.myucm.cloud', 'a1b2c3.c.myucm.cloud', 8443, true],
  ['site-7.a.gdms.cloud', 'site-7.a.gdms.cloud', 443, true],
  ['fd00::1', '[fd00::1]', 8089, true],
  ['[fd00::1]:9000', '[fd00::1]', 9000, true],
  ['[fd00::1]:443', '[fd00::1]', 443, true],
  ['fd00::443', '[fd00::443]', 8089, true],
  ['https://[FD00::1]:8089/', '[fd00::1]', 8089, true],
  ['https://admin:geheim@pbx:8089/', 'pbx', 8089, true],
])('%s', (text, host, port, https) => {
  expect(parseUcmAddress(text)).toEqual({ host, port, https });
});

test.each([
  '',
  '   ',
  'two words',
  'ftp://pbx',
  'javascript://x',
  'pbx:port',
  'pbx:99999',
  'https://',
  ':8089',
  'fd00::g',
])('%j is no address', (text) => {
  expect(parseUcmAddress(text)).toBeUndefined();
});
