/**
 * `npm run demo`: a UCM and a Dolibarr that tell one story, a Chromium with the extension set up against them, on a
 * card. Without a display it takes pictures; with `--check` it compares what is shown with what was told.
 */
import { buildForTests } from '../build';
import { MAIN_PARTY } from '../sim';
import { readArguments } from './arguments';
import { askPassword } from './ask-password';
import { checkStory } from './check';
import { takeAllScreenshots } from './screenshots';
import { setUpDemo } from './set-up';

async function demo(words: readonly string[]): Promise<number> {
  const display = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const wanted = readArguments(words, display);
  const password = wanted.ucm ? await askPassword(`Password of ${wanted.ucm.user}: `) : '';
  const extension = buildForTests('chrome');
  if (wanted.check) return checkStory(extension);
  if (!display) {
    console.log(`There is no display: pictures of each screen are in ${await takeAllScreenshots(extension)}`);
    return 0;
  }
  const office = await setUpDemo(
    { extension, headless: false },
    {
      ...(wanted.ucm ? { ucm: { ...wanted.ucm, password } } : {}),
      ...(wanted.dolibarr ? { dolibarr: wanted.dolibarr } : {}),
    },
  );
  try {
    await office.browser.open(`${office.card(MAIN_PARTY)}#calls`);
    console.log('The demo runs until Ctrl+C, or until its browser is closed.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      office.browser.context.once('close', () => resolve());
    });
    return 0;
  } finally {
    await office.close();
  }
}

try {
  process.exitCode = await demo(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
