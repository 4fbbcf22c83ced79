/**
 * English: the catalogue that says which texts there are. One export a screen, so that a small script carries
 * only the texts it shows. A text is a string with {names}, or the forms of Intl.PluralRules chosen by {count}.
 */
import type { ErrorCode } from '../errors';
import type { Plural } from './texts';

export const tab = {
  label: 'Calls',
  count: { one: '{count} call', other: '{count} calls' } as Plural,
};

export const panel = {};

export const options = {};

export const popup = {};

/** Words for calls that every screen uses. */
export const call = {
  direction: { in: 'Incoming', out: 'Outgoing', internal: 'Internal', external: 'Transit' },
  outcome: {
    answered: 'Answered',
    missed: 'Missed',
    voicemail: 'Voicemail',
    menu: 'Left in the menu',
    busy: 'Busy',
    failed: 'Failed',
    unanswered: 'No answer',
  },
  type: {
    direct: 'Direct',
    group: 'Ring group',
    queue: 'Queue',
    ivr: 'Voice menu',
    voicemail: 'Voicemail',
    conference: 'Conference',
    fax: 'Fax',
    forwarded: 'Forwarded',
  },
  hidden: 'Hidden number',
};

export interface ErrorText {
  /** what happened */
  what: string;
  /** what to do next */
  next: string;
}

export const errors: Record<ErrorCode, ErrorText> = {
  'not-set-up': {
    what: 'The extension is not set up yet.',
    next: 'Open the options and enter the addresses of the telephone system and of Dolibarr.',
  },
  'no-site-access': {
    what: 'The browser does not allow the extension to reach {host}.',
    next: 'Open the options and allow access to this site.',
  },
  offline: { what: 'This computer is offline.', next: 'Calls are read again as soon as the network is back.' },
  'ucm-refused': {
    what: 'Nothing answers at {host}: the connection was refused.',
    next: 'Check the port (8089 as a rule) and that the HTTPS API of the UCM is switched on.',
  },
  'ucm-unreachable': {
    what: 'The telephone system at {host} cannot be reached.',
    next: 'Check the address, the network and, away from the office, the VPN. ({reason})',
  },
  'ucm-unknown-host': {
    what: 'No machine is known under the name {host}.',
    next: 'Check the spelling of the address of the telephone system.',
  },
  'ucm-timeout': {
    what: 'The telephone system at {host} did not answer in time.',
    next: 'It may be busy. The extension tries again by itself.',
  },
  'ucm-certificate': {
    what: 'The browser does not trust the certificate of {host}.',
    next: 'Open the page of the telephone system, accept its certificate there, then come back.',
  },
  'ucm-certificate-name': {
    what: 'The certificate of {host} was issued for another name.',
    next: 'Use the name that stands in the certificate, or open the page of the telephone system and accept it there.',
  },
  'ucm-certificate-expired': {
    what: 'The certificate of {host} has expired, or the clock of this computer is wrong.',
    next: 'Renew the certificate of the UCM (System Settings → HTTP Server), or accept it on its page.',
  },
  'ucm-wrong-password': {
    what: 'The telephone system refused the user or the password.',
    next: 'Enter the password of the API user again. The extension does not try twice, so that this address is not banned.',
  },
  'ucm-unknown-user': {
    what: 'The telephone system does not know this user.',
    next: 'Enter the API user (Integrations → API Configuration), not the administrator of the web pages.',
  },
  'ucm-banned': {
    what: 'The telephone system has banned this computer for {seconds} s after wrong logins.',
    next: 'Wait, check user and password, then test the connection again.',
  },
  'ucm-login-forbidden': {
    what: 'The telephone system does not let this user log in.',
    next: 'Ask the administrator of the UCM to allow the API user.',
  },
  'ucm-captcha': {
    what: 'The telephone system asks for a captcha, which only a person can solve.',
    next: 'Log in once on its web page, then test the connection again.',
  },
  'ucm-no-permission': {
    what: 'The telephone system does not let this user or this computer use its API.',
    next: 'In the UCM, Integrations → API Configuration → HTTPS API: enable it, check the user and the permitted addresses.',
  },
  'ucm-not-this-action': {
    what: 'The API user may not use “{subject}”.',
    next: 'In the UCM, allow this action to the API user.',
  },
  'ucm-session-taken': {
    what: 'Another program logs in with the same API user and ends our session.',
    next: 'Give this browser an API user of its own.',
  },
  'ucm-login-paused': {
    what: 'The extension logged in less than a minute ago and waits before it does so again.',
    next: 'It tries again by itself.',
  },
  'ucm-busy': {
    what: 'The telephone system is busy and asks to wait.',
    next: 'The extension tries again by itself in {seconds} s.',
  },
  'ucm-status': {
    what: 'The telephone system answered with error {reason}.',
    next: 'Try again; if it stays, send the diagnostics to support.',
  },
  'ucm-answer': {
    what: 'What answers at {host} does not speak like a Grandstream UCM.',
    next: 'Check the address and the port: 8089 as a rule, 8443 for CloudUCM. ({reason})',
  },
  'dolibarr-unreachable': {
    what: 'Dolibarr at {host} cannot be reached.',
    next: 'Check the address and the network. ({reason})',
  },
  'dolibarr-certificate': {
    what: 'The browser does not trust the certificate of {host}.',
    next: 'Open Dolibarr in a tab and see what the browser says about its certificate.',
  },
  'dolibarr-timeout': {
    what: 'Dolibarr did not answer in time.',
    next: 'The extension tries again by itself.',
  },
  'dolibarr-key': {
    what: 'Dolibarr does not accept the API key.',
    next: 'Enter the key of your user again: User card → API key.',
  },
  'dolibarr-right': {
    what: 'The user of the API key lacks a right in Dolibarr: {subject}.',
    next: 'Ask the administrator to grant it: Users & Groups → the user → Permissions.',
  },
  'dolibarr-api-off': {
    what: 'The REST API of Dolibarr is switched off.',
    next: 'Ask the administrator to enable the module: Home → Setup → Modules → API/Web services (REST server).',
  },
  'dolibarr-address': {
    what: 'There is no Dolibarr API at {host}.',
    next: 'Paste the address of any page of your Dolibarr; the extension finds the rest.',
  },
  'dolibarr-redirect': {
    what: 'Dolibarr sends the extension on to another address.',
    next: 'Enter the address as it stands in the address bar once Dolibarr is open, https included.',
  },
  'dolibarr-ip': {
    what: 'Dolibarr does not allow its API from this computer.',
    next: 'Ask the administrator to allow this address in the set-up of the API module.',
  },
  'dolibarr-module-off': {
    what: 'A module of Dolibarr that is needed is switched off: {subject}.',
    next: 'Ask the administrator to enable it: Home → Setup → Modules.',
  },
  'dolibarr-server': {
    what: 'Dolibarr reported an error of its own ({reason}).',
    next: 'Try again later; if it stays, tell the administrator of Dolibarr.',
  },
  'dolibarr-answer': {
    what: 'Dolibarr answered something that could not be read.',
    next: 'Check the address; perhaps a login page or a proxy stands before Dolibarr.',
  },
  'store-full': {
    what: 'The disk or the space given to the browser is full.',
    next: 'Free some space; nothing that was kept is lost, and reading goes on from where it stopped.',
  },
  'store-broken': {
    what: 'What is kept in this browser cannot be opened.',
    next: 'Close other windows of the browser and start it again.',
  },
  forbidden: { what: 'This page may not ask that.', next: 'Reload the page.' },
  'invalid-question': { what: 'The page and the extension do not understand each other.', next: 'Reload the page.' },
  'invalid-setting': { what: 'This value cannot be used: {subject}.', next: 'Correct it; the old value was kept.' },
  aborted: { what: 'It was stopped before its end.', next: 'Start it again.' },
  unexpected: {
    what: 'Something unexpected happened ({reason}).',
    next: 'Try again; if it stays, tell support these words.',
  },
};

/** Words of buttons and states that every screen uses. */
export const common = {
  options: 'Options',
  sync: 'Synchronise now',
  retry: 'Try again',
};
