import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { partyOfAddress } from '../../lib/dolibarr/page';
import { AppError, shapeOf } from '../../lib/errors';
import { onMessage, type Reply } from '../../lib/questions/messages';
import { checkQuestion, type Sender } from '../../lib/questions/rules';
import { scheduleSync } from '../../lib/sync/alarms';
import { type Answers, createAnswers } from './answers';
import { injectIntoOpenTabs, registerPageScript } from './content-scripts';
import { buildParts, type Parts } from './parts';
import { isForRecording } from './recordings';
import { retain } from './retain';
import { goOn, runByAlarm, runForAccess } from './runs';
import { followPolicy, followSettings } from './save-settings';
import { whenPressed } from './show-notice';

/**
 * Listeners first, in the first turn of the worker; each waits until the parts are built. One classic script: a worker
 * that is a module loads its parts one after the other, which takes twenty milliseconds more whenever it wakes.
 */
export default defineBackground({
  main() {
    let built: Promise<{ parts: Parts; answers: Answers }> | undefined;
    const restart = () => {
      built = undefined;
    };
    const ready = () => {
      built ??= build(restart).catch((error: unknown) => {
        // Perhaps the disk has room again, or the other window has gone, when it is asked next.
        built = undefined;
        throw error;
      });
      return built;
    };

    // Whatever has woken this worker needs them.
    ready()
      .then(({ parts }) => goOn(parts))
      .catch(() => undefined); // tried again for whoever asks, who has the failure then

    // Chromium's worker alone is asked so: by the offscreen document's audio element.
    addEventListener('fetch', (event) => {
      if (!isFetch(event) || !isForRecording(event.request.url)) return;
      event.respondWith(ready().then(({ parts }) => parts.recordings.answer(event.request)));
    });
    onMessage('question', ({ data, sender }) => reply(ready, data.name, data.asked, sender));
    const pressed = async (id: string) => (await ready()).parts.notices.pressed(id);
    whenPressed(pressed);
    browser.alarms.onAlarm.addListener(async ({ name }) => runByAlarm((await ready()).parts, name));
    browser.permissions.onAdded.addListener(async () => {
      whenPressed(pressed);
      const { parts } = await ready();
      await accessChanged(parts);
      await runForAccess(parts);
    });
    browser.permissions.onRemoved.addListener(async () => accessChanged((await ready()).parts));
    browser.storage.onChanged.addListener(async (_changes, area) => {
      if (area !== 'managed') return;
      const { parts } = await ready();
      await parts.policy.look();
      await followPolicy(parts);
    });
    browser.runtime.onStartup.addListener(async () => settle((await ready()).parts));
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      const { parts } = await ready();
      // first: people look at cards whose script has just lost its background, and what follows may wait for machines
      const settings = await parts.settings.read();
      if (!(await registerPageScript(settings))) await injectIntoOpenTabs(settings);
      await settle(parts);
      if (reason === 'install' && !(await parts.isSetUp())) await browser.runtime.openOptionsPage();
    });
  },
});

async function build(restart: () => void): Promise<{ parts: Parts; answers: Answers }> {
  const parts = await buildParts();
  return { parts, answers: createAnswers(parts, restart) };
}

/** What must hold whenever the browser starts: one alarm of the right period, the script where access is granted. */
async function settle(parts: Parts): Promise<void> {
  await followSettings(parts);
  const settings = await parts.settings.read();
  await scheduleSync(browser.alarms, settings.sync.minutes);
  await registerPageScript(settings);
  await parts.recordings.tidy();
  await parts.cardNotes.notes.flush('now');
  await retain(parts);
  // the browser forgets it when it is closed
  await parts.showMissedCount();
}

async function accessChanged(parts: Parts): Promise<void> {
  await registerPageScript(await parts.settings.read());
  parts.changed('settings');
}

async function reply(
  ready: () => Promise<{ parts: Parts; answers: Answers }>,
  name: keyof Answers,
  asked: unknown,
  sender: Sender,
): Promise<Reply> {
  try {
    const { parts, answers } = await ready();
    const { root } = (await parts.settings.read()).dolibarr;
    checkQuestion(name, asked, sender, {
      id: browser.runtime.id,
      pages: browser.runtime.getURL(''),
      dolibarrRoot: root,
      partyOfAddress,
    });
    if (!Object.hasOwn(answers, name)) throw new AppError('invalid-question');
    const answer = answers[name] as (asked: unknown, sender: Sender) => Promise<unknown>; // its input was checked above
    return { ok: true, answered: await answer(asked, sender) };
  } catch (error) {
    return { ok: false, error: shapeOf(error) };
  }
}

/** The program is typed against the DOM, where there is no such event. */
interface FetchEvent extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

function isFetch(event: Event): event is FetchEvent {
  return 'respondWith' in event && 'request' in event;
}
