import { expect, it } from 'vitest';
import { dolibarrRoot } from '../../../lib/settings/dolibarr-address';
import { parsePastedUcm } from '../../../lib/settings/pasted-address';

const https = (host: string, port: number) => ({ host, port, https: true });

it.each([
  ['Adresse : https://192.168.1.10:8089/ (le standard)', https('192.168.1.10', 8089)],
  ['https://192.168.1.10:8089, then log in', https('192.168.1.10', 8089)],
  ['https://192.168.1.10:8089\u200b', https('192.168.1.10', 8089)],
  ['wss://192.168.1.10:8089/websockify', https('192.168.1.10', 8089)],
  ['https//pbx.example:8089', https('pbx.example', 8089)],
  ['https:/pbx.example:8089', https('pbx.example', 8089)],
  ['//192.168.1.10:8089/', { host: '192.168.1.10', port: 8089 }],
  ['fd00::10', { host: '[fd00::10]' }],
])('the telephone system’s address is found in “%s”', (text, found) => {
  expect(parsePastedUcm(text)).toEqual(found);
});

it.each([
  ['Dolibarr : https://erp.example/dolibarr/ (notre ERP)', 'https://erp.example/dolibarr'],
  ['(https://erp.example/societe/card.php?socid=3)', 'https://erp.example'],
  ['https:/erp.example/', 'https://erp.example'],
  ['//erp.example/index.php', 'https://erp.example'],
  ['intranet', 'https://intranet'],
])('Dolibarr’s address is found in “%s”', (text, root) => {
  expect(dolibarrRoot(text)?.[0]).toBe(root);
});

it.each(['our telephone', 'https://', 'mailto:me@erp.example'])('there is none in “%s”', (text) => {
  expect(dolibarrRoot(text)).toBeUndefined();
});
