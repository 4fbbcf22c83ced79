import type { Ask } from '../../lib/questions/questions';
import type { PageTexts } from '../form/page-language';

/** What the options page needs of the browser; the entry point provides it, tests and previews a stand-in. */
export interface OptionsShell extends PageTexts {
  ask: Ask;
  /** Asks for these hosts. Must be called within the click itself: the browser wants to see the gesture. */
  requestAccess(patterns: string[]): Promise<boolean>;
  /** Asks for the rule by which requests bear a header. As above; false as well where the browser has no such thing. */
  requestCookieHeader(): Promise<boolean>;
  /** It was given. Chromium uses it from the extension's next start on. */
  hasCookieHeader(): Promise<boolean>;
  /** Ends the extension, this page with it, and starts it again. */
  restart(): void;
  /** Asks for notices of the computer, within the click as well. */
  requestNotices(): Promise<boolean>;
  /** Gives access to every other host back. */
  keepAccess(patterns: string[]): Promise<void>;
  openPage(address: string): void;
  /** Gives the person a text as a file of this name. */
  saveFile(name: string, text: string): void;
  /** Settings, calls or site access changed elsewhere. Returns the end of it. */
  onChanged(heard: () => void): () => void;
  /** The person came back to this page from another tab or window. Returns the end of it. */
  onReturn(heard: () => void): () => void;
  /** UTC epoch seconds */
  now(): number;
}
