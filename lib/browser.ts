/** Every browser call of the program goes through here; what the polyfill lacks (offscreen) is in lib/hands. */

export type { Notifications } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
