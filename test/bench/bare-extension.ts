import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = {
  manifest_version: 3,
  name: 'Bare floor of the bench',
  version: '1',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_idle' }],
};

const worker = `chrome.runtime.onMessage.addListener((_message, _sender, reply) => { reply('row'); });`;

const content = `
performance.mark('calls:script');
if (location.hash === '#calls') chrome.runtime.sendMessage('row').then((text) => {
  const host = document.createElement('div');
  host.className = 'calls-for-dolibarr';
  const row = document.createElement('div');
  row.dataset.line = '0';
  const number = document.createElement('span');
  number.className = 'number';
  number.textContent = text;
  row.append(number);
  host.attachShadow({ mode: 'open' }).append(row);
  document.querySelector('.fiche').prepend(host);
});`;

/** The least an extension can do for a row on a card: one message to its worker, one line drawn. Returns the folder. */
export function writeBareExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calls-bare-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), worker);
  writeFileSync(join(folder, 'content.js'), content);
  return folder;
}
