import { browser, type Notifications } from '../../lib/browser';

export interface Notice {
  /** of which there is one at a time: the next takes its place */
  id: string;
  title: string;
  message: string;
  /** the one button; a press on the notice itself does the same */
  button: string;
}

/** Longer texts are cut off by the computer, and a caller's name may be of any length. */
const LONGEST = 120;

/** Shows a notice where the browser may; elsewhere nothing happens. */
export async function showNotice({ id, title, message, button }: Notice): Promise<void> {
  if (!(await mayNotify())) return;
  const plain: Notifications.CreateNotificationOptions = {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: title.slice(0, LONGEST),
    message: message.slice(0, LONGEST),
  };
  // Firefox knows no buttons and throws at them; there the notice itself is pressed.
  const withButton = { ...plain, buttons: [{ title: button }] };
  await create(id, withButton).catch(() => create(id, plain));
}

async function create(id: string, options: Notifications.CreateNotificationOptions): Promise<void> {
  await browser.notifications.create(id, options);
}

/** Takes a notice away that holds no longer. */
export async function clearNotice(id: string): Promise<void> {
  if (await mayNotify()) await browser.notifications.clear(id);
}

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Calls back with the notice that was pressed. There is nothing to listen to before the permission was given. */
export function whenPressed(pressed: (id: string) => void): void {
  // optional: undefined until it was given
  const { notifications }: { notifications?: typeof browser.notifications } = browser;
  if (!notifications || notifications.onClicked.hasListener(pressed)) return;
  notifications.onClicked.addListener(pressed);
  // Firefox has the event and never fires it
  notifications.onButtonClicked.addListener(pressed);
}
