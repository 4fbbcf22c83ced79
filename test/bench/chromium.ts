import { spawn } from 'node:child_process';
import { findChromium } from '../browsers/chromium';
import { createPipe, type Pipe } from './pipe';

/**
 * A Chromium driven over a bare pipe. Playwright and Puppeteer hold every worker at its start until they have looked
 * at it; here nobody does, so a worker wakes as fast as it does for a person.
 */
export interface Chromium {
  extensionId: string;
  open(address: string): Promise<Tab>;
  /** ends all workers as the browser does when they were idle */
  stopWorkers(): Promise<void>;
  /** of all of the browser, not of a tab */
  send: Pipe['send'];
  close(): Promise<void>;
}

export interface Tab {
  send: Pipe['send'];
  on: Pipe['on'];
  /** the expression's value; promises are waited for */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

export async function openChromium(extension: string, profile: string): Promise<Chromium> {
  const child = spawn(
    findChromium(),
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
      '--lang=fr-FR',
      '--window-size=1400,900',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pipe = createPipe(child);

  async function open(address: string): Promise<Tab> {
    const { targetId } = await pipe.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const send: Pipe['send'] = (method, params) => pipe.send(method, params, sessionId);
    const on: Pipe['on'] = (method, listener) => pipe.on(method, listener, sessionId);
    await send('Page.enable');
    await send('Runtime.enable');
    if (address !== 'about:blank') {
      const loaded = new Promise<void>((resolve) => on('Page.loadEventFired', () => resolve()));
      await send('Page.navigate', { url: address });
      await loaded;
    }
    return {
      send,
      on,
      async evaluate<T>(expression: string): Promise<T> {
        const said = await send<{ result: { value: T }; exceptionDetails?: { exception?: { description?: string } } }>(
          'Runtime.evaluate',
          { expression, awaitPromise: true, returnByValue: true },
        );
        if (said.exceptionDetails) throw new Error(said.exceptionDetails.exception?.description ?? 'it threw');
        return said.result.value;
      },
      async close() {
        await pipe.send('Target.closeTarget', { targetId });
      },
    };
  }

  const stopper = await open('about:blank');
  await stopper.send('ServiceWorker.enable');
  return {
    extensionId: await findExtension(pipe),
    open,
    send: pipe.send,
    async stopWorkers() {
      await stopper.send('ServiceWorker.stopAllWorkers');
      await new Promise((resolve) => setTimeout(resolve, 150));
    },
    async close() {
      await pipe.send('Browser.close').catch(() => undefined);
      await ended;
    },
  };
}

/** The worker of the one extension, as soon as it runs for the first time. */
async function findExtension(pipe: Pipe): Promise<string> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const { targetInfos } = await pipe.send<{ targetInfos: { url: string }[] }>('Target.getTargets');
    const found = targetInfos.find(({ url }) => url.startsWith('chrome-extension://'));
    if (found) return new URL(found.url).host;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The extension did not start.');
}
