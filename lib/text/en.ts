/**
 * English: the catalogue that says which texts there are. One export a screen, so that a small script carries
 * only the texts it shows. A text is a string with {names}, or the forms of Intl.PluralRules chosen by {count}.
 */
import type { ErrorCode } from '../errors';
import { type Language, plural } from './texts';

export const language: Language = 'en';

/** What the browser says of the extension: in its lists, and in its stores (at most 132 characters). */
export const manifest = {
  name: 'Calls for Dolibarr',
  description: 'The calls of a Grandstream UCM telephone system on the thirdparty cards of Dolibarr.',
};

/** Tab and menu entry, drawn before anybody could be asked: the small script has these in every language. Keep them short. */
export const tab = {
  label: 'Calls',
  menu: 'All calls, on a page of their own',
};

/** What the tab says later: the background tells it with the count. */
export const tabLater = {
  count: plural({ one: '{count} call', other: '{count} calls' }),
  failed: 'The calls could not be opened: the extension was updated, or does not answer.',
  reload: 'Reload the page',
};

export const player = {
  recordings: 'Recordings',
  recording: 'Recording {number} of {count}',
  only: 'Recording',
  nowPlaying: 'Recording being played',
  play: 'Play',
  pause: 'Pause',
  playOf: 'Play: {recording}',
  pauseOf: 'Pause: {recording}',
  attachOf: 'Attach to the call’s event in Dolibarr: {recording}',
  attaching: 'Attaching to Dolibarr…',
  attached: 'Attached to the event in Dolibarr.',
  attachedBefore: 'Already attached to the event in Dolibarr.',
  downloadOf: 'Download: {recording}',
  stop: 'Stop',
  previous: 'Previous recording',
  next: 'Next recording',
  back: plural({ one: '{count} second back', other: '{count} seconds back' }),
  ahead: plural({ one: '{count} second ahead', other: '{count} seconds ahead' }),
  position: 'Position',
  positionOf: '{position} of {duration}',
  speed: 'Speed',
  volume: 'Volume',
  mute: 'Mute',
  unmute: 'Unmute',
  retryIn: plural({ one: 'Not ready yet; next try in {count} s', other: 'Not ready yet; next try in {count} s' }),
  status: {
    loading: 'Loading the recording…',
    waiting: 'Waiting for the rest of the recording…',
    'not-ready': 'The recording is not ready yet; it is tried again by itself.',
    playing: 'Playing',
    paused: 'Paused',
    ended: 'End of the recording',
    failed: 'The recording cannot be played.',
  },
  unkept: 'The disk is full: it is played without a copy being kept.',
  looking: 'Asking the telephone system for a recording…',
  none: 'The telephone system has no recording of this call.',
  lookFailed: 'The telephone system could not be asked for a recording.',
  mailbox:
    'If a message was left, it is in the mailbox of {extension}. The telephone system has handed none over: it is heard on a telephone.',
  someMailbox:
    'If a message was left, it is in the mailbox. The telephone system has handed none over: it is heard on a telephone.',
  keys: 'Keys',
  /** one a line: key|what it does */
  keyList:
    'Space, K|play or pause\n← →|5 seconds back or ahead\nJ L|10 seconds back or ahead\nHome|to the beginning\nM|sound off or on',
};

export const panel = {
  title: 'Calls',
  countOf: '{count} of {all}',
  shown: plural({ one: '{count} call shown', other: '{count} calls shown' }),
  synced: 'Synchronised {ago}',
  neverSynced: 'Never synchronised',
  syncing: 'Synchronising…',
  list: 'Calls, newest first',
  loading: 'Reading the calls…',
  calls: 'Calls',
  talk: 'Talk time',
  last: 'Last call',
  missed: 'Missed',
  open: plural({ one: '{count} not called back', other: '{count} not called back' }),
  noneOpen: 'all followed up',
  answered: plural({ one: '{count} answered', other: '{count} answered' }),
  showOpen: 'Show those that nobody has called back for',
  showAll: 'Show all calls',
  onOwnPage: 'Show these on the page of all calls',
  filters: 'Filters',
  search: 'Number, name, note',
  noted: 'with a note',
  clear: 'Remove the filters',
  from: 'from',
  to: 'to',
  period: {
    today: 'Today',
    '7d': '7 days',
    '30d': '30 days',
    '12m': '12 months',
    range: 'From … to',
  },
  column: {
    date: 'Date',
    direction: 'Direction',
    who: 'Number',
    outcome: 'Result',
    extension: 'Extension',
    through: 'Type',
    ring: 'Ringing',
    talk: 'Talk',
    marks: 'More',
  },
  toCallBack: 'to call back',
  openOnly: 'To call back',
  toCallBackWhy: 'Nobody has called back yet.',
  probable: 'probable',
  probableWhy: 'Only the last digits agree with the number on the card.',
  recordings: plural({ one: '{count} recording', other: '{count} recordings' }),
  others: plural({ one: '{count} other card has this number', other: '{count} other cards have this number' }),
  course: 'Course of the call',
  role: {
    dialled: 'Dialled',
    menu: 'Voice menu',
    group: 'Ring group',
    queue: 'Queue',
    rang: 'Rang',
    rangTogether: 'Rang',
    talked: 'Talked',
    thenTalked: 'Transferred to',
    asked: 'Asked',
    busy: 'Busy',
    failed: 'Failed',
    held: 'On hold',
    voicemail: 'Voicemail',
    forwarded: 'Forwarded to',
    conference: 'Conference',
    fax: 'Fax',
    other: 'Other',
  },
  did: 'Number dialled',
  length: 'Whole length',
  rung: 'Extensions that rang',
  lastSpeaker: 'Last to talk',
  recorded: 'Recordings',
  began: 'Start',
  why: 'Why this call is here',
  reasonExact: 'The number {number} is in the field “{field}” of {party}.',
  reasonProbable: 'The number {number} ends like {stored}, in the field “{field}” of {party}.',
  noReason: 'The card no longer holds this number.',
  alsoOf: 'Also the number of',
  field: {
    phone: 'Phone',
    phone_pro: 'Bus. phone',
    phone_perso: 'Pers. phone',
    phone_mobile: 'Mobile',
    fax: 'Fax',
  } as Record<string, string>, // by the field's name in Dolibarr, which a later version may have more of
  gone: 'This call is no longer kept.',
  linked: 'A call from a link',
  linkedGone:
    'The call that the link means is not among the calls of this card in this browser: not read yet, deleted, or of a number that the card no longer has.',
  linkedClose: 'Close this call',
  playFrom: 'Play from {moment}',
  notSetUp: 'Calls are not set up in this browser yet',
  notSetUpNext:
    'Enter the addresses of the telephone system and of Dolibarr once; the calls then appear here by themselves.',
  never: 'The calls have not been read yet',
  neverNext: 'Synchronise to read the calls of the telephone system.',
  reading: 'The calls are being read for the first time',
  readingNext: 'Those of this card appear here as they arrive.',
  readingCalls: 'Reading the calls, back to {date}',
  readingDirectory: 'Reading the parties of Dolibarr',
  unknownParty: 'This card is not known to the extension yet',
  unknownPartyNext: 'New cards are read at each synchronisation.',
  noNumbers: 'There is no phone number on this card',
  noNumbersNext: 'Enter one on the card or on one of its contacts: earlier calls appear here too.',
  noCalls: 'No call for this card',
  noCallsNext: 'These are the numbers of the card, and what came of looking for them:',
  number: 'Number',
  fieldTitle: 'Field',
  owner: 'Card',
  usable: 'Result',
  usability: {
    yes: 'looked for, no call',
    unreadable: 'not looked for: not a complete phone number',
    own: 'not looked for: a number of your own company',
    internal: 'not looked for: an internal extension',
  },
  filteredOut: 'No call fits these filters',
  knownAsOf: 'The list shows what was known {ago}.',
  nothingKnown: 'Nothing has been read so far.',
  gap: 'Calls not known, {times}: {why}.',
  gaps: plural({ one: '{count} more stretch is missing.', other: '{count} more stretches are missing.' }),
  stale: 'The extension was updated. Reload the page to go on.',
  reload: 'Reload the page',
  progress: 'Progress of the synchronisation',
};

export const options = {
  title: 'Options of Calls for Dolibarr',
  lead: 'The calls of your telephone system on the cards of Dolibarr, in three steps. What you enter stays in this browser and goes to these two machines alone.',
  language: 'Language',
  browserLanguage: 'As the browser',
  step: 'Step {count}',
  status: { todo: 'To fill in', ready: 'Ready to test', ok: 'Connected', failed: 'Not working' },
  saved: 'Saved',
  oldKept: 'The old value was kept: {value}.',
  missed: {
    title: 'Missed calls to follow up',
    intro:
      'Which callers wait to be called back: the lines of that view, the number on the toolbar button, the notices. The figures count every missed call.',
    seconds: 'Leave out whoever hung up within so many seconds',
    secondsHint:
      '0: nobody is left out for that. A message on the voicemail, an engaged line and a failure always count, however short the call was.',
    menu: 'Count whoever hung up in the voice menu',
  },
  notices: {
    title: 'Notices',
    intro: 'Small notices of your computer. They name callers: whoever sees the screen reads them too.',
    missed: 'Missed call to follow up',
    missedHint: 'One a caller, until somebody gets through. A call of more than four hours ago is no news.',
    missedWhen: { off: 'no', working: 'in working hours', always: 'always' },
    trouble: 'Calls are not read any more',
    troubleHint:
      'When nothing could be read for more than a day, or at once when access to a site or a certificate is lost.',
    wanted: 'The browser asks you once whether the extension may show notices.',
    allow: 'Allow notices',
    refused: 'The browser did not allow it. Press again, or allow notices in its settings.',
    granted: 'The browser allows notices.',
  },
  secret: {
    change: 'Change',
    cancel: 'Cancel',
    gone: 'Was kept only until the browser closed: enter it again.',
  },
  invalid: {
    address: 'This is no address. Paste the one of any page, or enter a name or an IP address.',
    port: 'A port is a whole number from 1 to 65535.',
    minutes: 'Enter a whole number of minutes from 1 to 1440 (one day).',
    days: 'Enter a whole number of days from 1 to 3650 (ten years).',
    keepDays: 'Enter a whole number of days from 0 to 365.',
    keepMegabytes: 'Enter a whole number of megabytes from 10 to 10000.',
    prefix: 'A prefix has at most three digits.',
    own: 'This is not a telephone number: {value}.',
    long: 'This is too long.',
  },
  ucm: {
    title: 'Telephone system',
    intro:
      'A Grandstream UCM and an API user of its own, made in the UCM under Integrations (older firmware: Value-added Features) → API Configuration → HTTPS API Settings (New). The administrator of its web pages is not an API user.',
    address: 'Address of the UCM',
    addressHint: 'Paste the address of any of its pages: port and HTTPS are filled in.',
    port: 'Port',
    portHint: '8089 as a rule',
    dialect: 'Interface',
    dialectHint:
      'Found out at the first test. The old CDR/REC API (user name and password of its own, port 8443) is what UCM6100 and older firmware have; its list of permitted addresses is empty at first.',
    dialects: {
      auto: 'Found out by itself',
      https: 'HTTPS API (JSON)',
      cdr: 'Old CDR/REC API',
      rest: 'Simple REST form of a gateway',
    },
    restWarning:
      'This form sends the password itself, not a proof of it: whatever machine answers at this address learns it. It is used over HTTPS alone, never where the HTTPS API answers, and “Found out by itself” takes it only at a test of yours, after every other way was ruled out.',
    cookieHeader: {
      title: 'Let the extension send its session',
      what: 'This machine wants its session in the header “Cookie”. The browser lets extensions set it only by a rule, and a rule needs a permission. Ours is for this machine’s address and the extension’s own requests alone, and is removed at logout.',
      allow: 'Allow it',
      given:
        'The browser has given the permission, and uses it once the extension has started again. This page closes then; open it again from the toolbar.',
      restart: 'Restart the extension',
      refused: 'The browser did not give the permission. Without it this form of the interface cannot be used.',
    },
    https: 'Encrypted connection (HTTPS)',
    httpsQuestion: 'Switch encryption off?',
    httpsWarning:
      'Without HTTPS, names, numbers and recordings travel in clear, and whoever listens on the network can take over the session of the API user. For a test network only.',
    httpsOffer: 'The pasted address begins with http://. A UCM as a rule only redirects from there to HTTPS.',
    httpsKeep: 'Keep HTTPS',
    httpsOff: 'Switch HTTPS off',
    httpsIsOff: 'HTTPS is off: calls and recordings travel in clear on the network.',
    user: 'API user',
    password: 'Password of the API user',
    kept: 'Kept here, encrypted',
    open: 'Open the page of the UCM',
    certificateTitle: 'How to accept the certificate',
    certificate: [
      'Open the page of the UCM with the button: the browser warns that the connection is not private. That is usual with a UCM, which makes its certificate itself.',
      'Check in the address bar that it is really {host}; choose “Advanced”, then “Proceed” (Firefox: “Accept the Risk and Continue”).',
      'When the login page of the UCM shows, come back here: the test is done again by itself. There is no need to log in there.',
    ],
  },
  dolibarr: {
    title: 'Dolibarr',
    intro:
      'Your Dolibarr, with the module API/Web services (REST server) enabled, and the API key of the user in whose name the extension reads.',
    address: 'Address of Dolibarr',
    addressHint: 'Paste the address of any of its pages.',
    key: 'API key',
    kept: 'Kept here, encrypted',
    keyHint:
      'In Dolibarr: your user card → Modify → Key for API (“Token for API” from version 24 on). Not there? Ask the administrator for one.',
    clear:
      'This address begins with http://: the API key, names and telephone numbers travel in clear on the network. If your Dolibarr also answers under https://, enter that address.',
    clearQuestion: 'Go on without encryption?',
    clearRefused: 'Not used: enter another address.',
    clearKeep: 'Enter another address',
    clearGo: 'Use http:// all the same',
    entity: 'Entity',
    entityHint: 'Only with the module Multicompany: the number of your company. Empty: none is sent.',
    entityInvalid: 'Enter a whole number, or nothing.',
    events: 'An event is made',
    eventsHint: 'Only for calls from now on; of a number that several thirdparties have, none by itself.',
    eventsFor: {
      noted: 'for each call with a note',
      matched: 'for every call of a known thirdparty',
      none: 'for no call: notes stay off',
    },
    open: 'Open Dolibarr',
  },
  access: {
    title: 'Site access',
    first: 'Enter the address first.',
    wanted: 'The browser must let the extension reach {host}. It asks for this host and no other.',
    allow: 'Allow access to {host}',
    granted: 'Access to {host} is allowed.',
    refused: 'The browser did not give access. Without it the extension cannot read anything there.',
  },
  test: {
    run: 'Test the connection',
    again: 'Test again',
    running: 'Testing…',
    ok: 'The connection works.',
    okFound: 'The connection works: {found}.',
    missing: 'Fill in first: {list}.',
    remaining: plural({
      one: 'One try left before the UCM bans this computer.',
      other: '{count} tries left before the UCM bans this computer.',
    }),
    clock: {
      fast: plural({
        one: 'Its clock is {count} minute fast, so that times of calls are wrong. Set it right in the UCM under {menu}.',
        other:
          'Its clock is {count} minutes fast, so that times of calls are wrong. Set it right in the UCM under {menu}.',
      }),
      slow: plural({
        one: 'Its clock is {count} minute slow, so that times of calls are wrong. Set it right in the UCM under {menu}.',
        other:
          'Its clock is {count} minutes slow, so that times of calls are wrong. Set it right in the UCM under {menu}.',
      }),
      zone: 'It says to be at {said}, and writes its calls as at {calls}. Set the time zone in the UCM under {menu}; until then the times shown follow the calls.',
      elsewhere: 'It is at {said}, this computer at {here}: times are shown as on this computer.',
    },
    staff: {
      read: 'Names found: {list}.',
      accounts: plural({ one: '{count} extension', other: '{count} extensions' }),
      queues: plural({ one: '{count} queue', other: '{count} queues' }),
      groups: plural({ one: '{count} ring group', other: '{count} ring groups' }),
      refused: 'Not allowed for this API user, so without names: {list}.',
      what: { accounts: 'extensions', queues: 'queues', groups: 'ring groups' },
    },
  },
  sync: {
    title: 'Synchronisation',
    intro: 'How often new calls are read, how far back, and how telephone numbers are understood.',
    minutes: 'Every',
    minutesUnit: 'minutes',
    days: 'History',
    daysUnit: 'days',
    country: 'Country',
    countryHint: 'National numbers are read as numbers of this country.',
    prefix: 'Outside line prefix',
    prefixHint: 'The digits dialled before an outside number; empty if there are none.',
    own: 'Own numbers',
    ownHint: 'The outside numbers of your company, one a line: they never belong to a thirdparty.',
    first: 'Fill in and test the first two steps; then synchronise.',
    plan: {
      better: plural({
        one: 'Your calls suggest: {settings}. {count} of the last {of} outside numbers would then be read, instead of {read}.',
        other:
          'Your calls suggest: {settings}. {count} of the last {of} outside numbers would then be read, instead of {read}.',
      }),
      prefix: 'outside line prefix {prefix}',
      noPrefix: 'no outside line prefix',
      take: 'Use this',
    },
    ten: {
      title: 'Are numbers read rightly?',
      intro:
        'The last calls, and who has their number in Dolibarr now. Is somebody missing whom you know? Then look at the country ({country}) and the prefix above, or at the number on the card. A name opens the card, with its calls.',
      when: 'When',
      number: 'Number',
      whose: 'Whose',
      nobody: 'nobody',
    },
    state: 'State',
    lastRun: 'Last run',
    never: 'never',
    result: 'Result',
    resultOk: plural({ one: '{count} new call', other: '{count} new calls' }),
    resultNone: 'no new call',
    resultFailed: 'failed; last success {age}',
    resultNeverOk: 'failed; no run has succeeded yet',
    resultRunning: 'running',
    nextRun: 'Next run',
    nextNone: 'none planned',
    kept: 'Calls kept',
    parties: 'Parties known',
    partiesAge: '{count}, read {age}',
    gaps: 'Not known yet',
    gapsNone: 'nothing: the whole history is known',
    history: 'Older calls',
    historyShort: 'none: the telephone system has nothing before {date}',
    clock: 'Clock of the telephone system',
    zone: 'Time zone',
    clockFast: plural({
      one: '{count} minute fast; set it right in the telephone system, or times of calls are wrong',
      other: '{count} minutes fast; set it right in the telephone system, or times of calls are wrong',
    }),
    clockSlow: plural({
      one: '{count} minute slow; set it right in the telephone system, or times of calls are wrong',
      other: '{count} minutes slow; set it right in the telephone system, or times of calls are wrong',
    }),
    setAside: 'Rows set aside',
    setAsideNone: 'none',
    setAsideWhy: {
      'not-an-object': {
        what: plural({
          one: '{count} entry that is no row of a call',
          other: '{count} entries that are no rows of calls',
        }),
        next: 'Send the diagnostics to support: this firmware may write its answers in another way.',
      },
      'no-start': {
        what: plural({ one: '{count} row without a readable start', other: '{count} rows without a readable start' }),
        next: 'The call cannot be put in its place. See it in the UCM under CDR; if there are many, send the diagnostics to support.',
      },
      'no-identity': {
        what: plural({ one: '{count} row without any identifier', other: '{count} rows without any identifier' }),
        next: 'It could not be told apart when read again. See it in the UCM under CDR; newer firmware writes identifiers.',
      },
      'summary-only': {
        what: plural({
          one: '{count} call of which only the summary came',
          other: '{count} calls of which only the summary came',
        }),
        next: 'Its legs are read again within the hour; if it stays, send the diagnostics to support.',
      },
      other: {
        what: plural({ one: '{count} row ({reason})', other: '{count} rows ({reason})' }),
        next: 'Send the diagnostics to support.',
      },
    },
    goTo: 'Go to “{title}”',
  },
  recordings: {
    title: 'Recordings',
    intro:
      'Recordings stay in the telephone system and are played while they arrive. A copy in this browser saves waiting when one is heard again.',
    listen: 'Listening and downloading',
    allowed: 'allowed in this browser',
    notAllowed: 'not allowed',
    keepDays: 'Keep copies for',
    keepDaysHint: '0: no copy stays longer than it plays.',
    keepMegabytes: 'At most',
    keepMegabytesHint: 'One minute takes about one megabyte; what was heard longest ago goes first.',
    megabytes: 'megabytes',
  },
  log: {
    title: 'Diagnostics',
    intro:
      'What was done in the last thirty days, and what came of it. The file is for whoever helps you: it holds the names of your machines, no password, no key, and of telephone numbers the last two digits.',
    show: 'Show what was done',
    save: 'Save as a file for support',
    sample: 'Save a sample of the call history',
    sampleWhy:
      'The sample is the newest rows as your UCM writes them, with every number, name and address replaced by made-up ones. It is asked for when calls are not told as they were; look into it before you pass it on.',
    sampling: 'The UCM is asked…',
    none: 'Nothing has been done yet.',
    when: 'When',
    what: 'What',
    result: 'Result',
    work: {
      calls: 'Calls read',
      directory: 'Directory read',
      'test-ucm': 'Telephone system tested',
      'test-dolibarr': 'Dolibarr tested',
      listened: 'Recording listened to',
      attached: 'Recording attached',
      numbers: 'Number written to Dolibarr',
      downloaded: 'Recording downloaded',
      thirdparties: 'New thirdparties',
      deleted: 'Calls deleted here',
    },
    newCalls: plural({ one: '{count} new call', other: '{count} new calls' }),
    setAside: plural({ one: '{count} row set aside', other: '{count} rows set aside' }),
    parties: plural({ one: '{count} party', other: '{count} parties' }),
    times: plural({ one: '{count} time since {from}', other: '{count} times since {from}' }),
    last: 'The last {count} are shown; the file holds all.',
  },
};

/** What is kept in this browser, and how settings come and go: sections of the options page. */
export const keeping = {
  colon: ': ',
  yes: 'yes',
  no: 'no',
  empty: 'empty',
  locked: 'Set by your administrator',
  refusedTitle: 'Settings that could not be used',
  refusedIntro: 'These values were kept and cannot be used. What is shown on this page is in force instead.',
  refusedLine: '{name}: {value}',
  refusedForget: 'Forget them',
  failedVersion:
    'The settings found here were written by another version of the extension ({version}) and could not be read. They are kept as they are until that version is back; what is shown on this page is in force.',
  refusedPolicy: 'Parts of your administrator’s policy cannot be used and lock nothing: {list}.',
  file: {
    title: 'Settings as a file',
    intro:
      'To set up another browser in the same way, or to keep a copy. The file holds no password and no key: these are entered again.',
    save: 'Save the settings as a file',
    open: 'Open a file of settings…',
    changes: plural({ one: '“{file}” changes one setting:', other: '“{file}” changes {count} settings:' }),
    none: '“{file}” changes nothing: these are the settings of this browser.',
    setting: 'Setting',
    now: 'Now',
    after: 'Then',
    stays: 'stays: set by your administrator',
    refused: 'Cannot be used and stays as it is: {list}.',
    apply: plural({ one: 'Change it', other: 'Change these {count} settings' }),
    cancel: 'Change nothing',
    done: 'The settings were changed. Password and key are not in a file: check them in the first two steps.',
    problem: {
      'no-json': '“{file}” is no file of settings: it cannot be read. Nothing was changed.',
      'no-settings': '“{file}” holds no settings of this extension. Nothing was changed.',
      'later-version':
        '“{file}” was saved by a later version of this extension. Update the extension here first. Nothing was changed.',
    },
  },
  title: 'Personal data',
  intro:
    'Calls, names and numbers are kept in this browser alone, and as long as is set here. What is old is dropped once a day, for calls in bundles of up to a thousand.',
  callMonths: 'Keep calls for',
  callMonthsHint: 'With the notes that are only for me. Older calls are not read again either.',
  months: 'months',
  callMonthsInvalid: 'Enter a whole number of months from 1 to 120 (ten years).',
  logDays: 'Keep the log for',
  logDaysInvalid: 'Enter a whole number of days from 1 to 365.',
  mayDelete: 'Deleting calls here',
  mayDeleteHint: 'From the page of all calls. The UCM and Dolibarr keep theirs in any case.',
  allowed: 'allowed',
  notAllowed: 'not allowed',
  keep: 'Keep password and key',
  keepAlways: 'until they are removed, encrypted',
  keepSession: 'only until the browser is closed',
  keepHint: 'Only until it is closed: nothing of them is on the disk, and both are entered again after each start.',
  about: {
    title: 'One telephone number',
    intro: 'For somebody who asks what is kept about them, or wants it gone.',
    number: 'Number',
    look: 'Look it up',
    looking: 'Looking through all calls…',
    kind: {
      unreadable: 'This is not a complete telephone number.',
      own: 'This is a number of your own company: it stands in every call.',
      internal: 'This is an internal extension: it is nobody’s number from outside.',
    },
    found: plural({
      one: '{number}: one call, of {from}',
      other: '{number}: {count} calls, from {from} to {until}',
    }),
    nothing: '{number}: no call is kept.',
    copies: plural({ one: 'one copy of a recording', other: '{count} copies of recordings' }),
    notes: plural({ one: 'notes on one call', other: 'notes on {count} calls' }),
    views: plural({
      one: 'a saved view of the journal ({list})',
      other: '{count} saved views of the journal ({list})',
    }),
    cards: 'In Dolibarr this is the number of {list}. The card and what is filed there are kept by Dolibarr, not here.',
    save: 'Save all of it as a file',
    erase: 'Erase all of it…',
    eraseQuestion: plural({ one: 'Erase one call of {number}?', other: 'Erase {count} calls of {number}?' }),
    eraseNone: 'Keep {number} out?',
    eraseWarning:
      'With their legs, names, copies of recordings and notes, and the views of the journal that were saved for this number or for who has it, in this browser. What lies in the telephone system, in Dolibarr and in other browsers stays there. Calls of this number up to now will not be read again; new ones will.',
    eraseKeep: 'Erase nothing',
    eraseGo: 'Erase for good',
    erased: plural({
      one: 'Erased: one call of {number}. It will not be read again.',
      other: 'Erased: {count} calls of {number}. They will not be read again.',
    }),
    erasedViews: plural({
      one: 'A saved view of the journal was removed too.',
      other: '{count} saved views of the journal were removed too.',
    }),
  },
  wipe: {
    title: 'Everything',
    intro: 'Before a computer goes to somebody else, or when the extension is no longer used.',
    start: 'Remove everything from this browser…',
    question: 'Remove everything from this browser?',
    warning:
      'All calls, notes that were not sent, copies of recordings, settings, the password and the key, and the access to both hosts. Nothing changes in the telephone system and in Dolibarr. It cannot be undone.',
    keep: 'Remove nothing',
    go: 'Remove everything',
    running: 'Removing…',
    done: 'Everything was removed. The extension is as it was after installation.',
  },
};

/** The extension's own page of all calls. */
export const calls = {
  views: 'Views',
  overview: 'Overview',
  journal: 'Journal',
  one: 'Call',
  all: 'All calls',
  search: 'Number, name, extension, note',
  party: 'Party',
  matched: 'In Dolibarr',
  unmatched: 'Not in Dolibarr',
  recorded: 'with recording',
  noted: 'with a note',
  talkLength: 'Talk time',
  talkLengths: {
    '0-0': 'No talk',
    '1-': 'Any talk',
    '1-29': 'Under 30 seconds',
    '30-299': '30 seconds to 5 minutes',
    '300-899': '5 to 15 minutes',
    '900-': '15 minutes and more',
  },
  talkSeconds: '{length} seconds',
  period: {
    all: 'Any date',
    today: 'Today',
    yesterday: 'Yesterday',
    '7d': '7 days',
    '30d': '30 days',
    range: 'From … to',
  },
  share: 'Link for a colleague',
  shared: 'Copied. The link opens this view for a colleague who has the extension.',
  knownFrom: 'Every call since {when} is known.',
  nextRun: 'Next synchronisation {when}.',
  savedViews: 'Saved views',
  keepView: 'Save this view…',
  keepNow: 'Save',
  viewName: 'Name of the view',
  deleteView: 'Delete the view “{name}”',
  columns: 'Columns',
  note: 'Note',
  ending: { nobody: 'Missed (all kinds)', back: 'Missed, called back' },
  widen: 'No longer only: {what}',
  moreFilters: 'More filters',
  whichParty: 'Which thirdparty',
  noChoice: 'Nothing like that.',
  choices: plural({ one: '1 to choose, with all its calls', other: '{count} to choose from, with all their calls' }),
  choicesMore: plural({
    one: 'The one with most calls, of {all}. Type to find another.',
    other: 'The {count} with most calls, of {all}. Type to find others.',
  }),
  weekBefore: 'The 7 days before',
  countOf: plural({ one: '{shown} call of {all}', other: '{shown} calls of {all}' }),
  seeAll: plural({ one: 'See the only one', other: 'See all {shown}' }),
  strip: 'The course of the call on its time',
  noneOpen: 'Nobody waits to be called back.',
  besides: 'Calls before and after',
  before: '← Previous',
  after: 'Next →',
  callerName: 'Caller’s name',
  yes: 'yes',
  exportCsv: 'Export as CSV',
  exportXlsx: 'Export as XLSX',
  exporting: 'Exporting, {shown} of {all}',
  deleting: 'Deleting, {shown} of {all}',
  selectAll: 'Select all',
  select: 'Select this call',
  unselect: 'Clear the selection',
  file: 'calls',
  cancel: 'Cancel',
  deleteOne: 'Delete…',
  deleteWhat:
    'What is deleted stays gone from this browser, also when it is read again. The telephone system and Dolibarr keep theirs. This cannot be undone.',
  keep: 'Keep',
  selected: plural({ one: '{shown} call selected', other: '{shown} calls selected' }),
  delete: plural({ one: 'Delete {shown} call', other: 'Delete {shown} calls' }),
  deleteTitle: plural({
    one: 'Delete {shown} call from this browser?',
    other: 'Delete {shown} calls from this browser?',
  }),
  missed: 'Missed',
  missedStates: 'Open or closed',
  noneClosed: 'Nothing was closed in these days.',
  more: 'Show more',
  since: 'since {when}',
  tried: 'tried {who}',
  calledBack: 'called back after {length}',
  calledAgain: 'got through after {length}',
  followUp: 'Follow up…',
  assign: 'Who calls back',
  assignWhere:
    'A call can be given to somebody where its number is that of exactly one thirdparty: it then stands in that colleague’s agenda in Dolibarr.',
  assignOff: 'Nothing is written into Dolibarr’s agenda, by the options: so no call can be given to anybody.',
  assignMissing: 'The user of the API key may not write events in Dolibarr (right {right}).',
  othersMissing: 'To give it to colleagues the user of the API key needs a right in Dolibarr: {right}.',
  takeIt: 'I’ll call back',
  giveBack: 'Nobody in particular',
  colleague: 'A colleague…',
  give: 'Give',
  me: 'me',
  userNumber: 'user {id}',
  mine: 'mine',
  isWith: 'with {name}',
  later: 'Put off',
  inAnHour: 'In an hour',
  laterAt: 'Put off until',
  putOff: 'Put off',
  notLater: 'At once',
  notBefore: 'not before {when}',
  givenLast: '{who}: given to {name}.',
  freedLast: '{who}: with nobody in particular.',
  laterLast: '{who}: put off, {when}.',
  nowLast: '{who}: to call back now.',
  noneLater: 'Nothing is put off.',
  whoseLines: 'Whose lines',
  whoseLine: { all: 'Everybody’s', ours: 'Mine and nobody’s', mine: 'Mine' },
  closedByHand: 'closed by hand',
  /** where that is known */
  closedWhere: { here: '(in this browser only)', sending: '(on its way to Dolibarr)', dolibarr: '(in Dolibarr)' },
  closedLast: 'Closed: {who}.',
  reopenedLast: 'Open again: {who}.',
  undo: 'Undo',
  close: 'Close',
  reopen: 'Open again',
  missedWhat:
    'One line a caller from outside whom nobody answered: unanswered, busy, hung up early or sent to voicemail. A line closes by itself when somebody calls that number and gets through, or the caller gets through later; the time counts from the first attempt. What is closed, given to somebody or put off by hand is so for your colleagues too, in the call’s event in Dolibarr, where the number is that of exactly one thirdparty and events are written; else in this browser only. Who calls again in vain waits again, with whoever had the line.',
  missedHours: {
    any: 'Calls count at any hour.',
    working: 'Only calls in working hours count: {days}, {from} to {until}.',
  },
  missedEarly: 'Whoever hung up within {seconds} is left out.',
  missedMenu: 'Whoever hung up in the voice menu is left out.',
  missedChange: 'Change what counts',
  missedState: { open: 'To call back', later: 'Put off', closed: 'Closed' },
  attempts: plural({ one: '{count} attempt', other: '{count} attempts' }),
  lastDays: plural({ one: '{count} day', other: '{count} days' }),
  toList: 'Back to the list',
  whose: 'Whose number it is',
  nobodys: 'No party of Dolibarr has this number.',
  ucmTime: '({time} by the telephone system’s clock)',
  raw: 'As the telephone system wrote it',
};

/** The calls page's view of figures. */
export const statistics = {
  knownFrom: 'Calls from before {when} are not known: figures of earlier days are incomplete.',
  title: 'Statistics',
  file: 'statistics',
  period: 'Period',
  figures: 'Figures',
  change: 'Change',
  meanings: 'What these figures mean',
  none: 'No call in these days.',
  print: 'Print',
  save: 'Save as PNG',
  table: 'The same as a table',
  overTime: 'Over time',
  measure: 'Which figure',
  units: 'By day, week or month',
  unit: { day: 'by day', week: 'by week', month: 'by month' },
  grouped: 'Calls by',
  heat: 'Calls by hour and weekday',
  hours: 'hours',
  hour: '{day}, {from} to {to} h',
  several: 'Several parties',
  most: plural({ one: 'The one with most calls, of {all}.', other: 'The {count} with most calls, of {all}.' }),
  by: {
    extension: 'Extension',
    through: 'Queue or group',
    did: 'Number dialled',
    trunk: 'Trunk',
    party: 'Thirdparty',
  },
  one: { extension: 'Extension', through: 'Queue or group', did: 'Number dialled', trunk: 'Trunk' },
  without: {
    extension: 'Without an extension',
    through: 'Without a queue or group',
    did: 'No number dialled',
    trunk: 'Without a trunk',
    party: 'No thirdparty',
  },
  ungrouped: plural({
    one: '{shown} call was kept by an older version: the next synchronisation reads by which trunk it came or went.',
    other:
      '{shown} calls were kept by an older version: the next synchronisation reads by which trunk they came or went.',
  }),
  figure: {
    calls: 'Calls',
    answered: 'Answered',
    missed: 'Missed',
    open: 'Not called back',
    talk: 'Talk time',
    answer: 'Time to answer',
    back: 'Time to call back',
  },
  meaning: {
    calls: 'Every call that began in these days: incoming, outgoing and internal.',
    answered: 'Calls in which somebody talked, whichever way they went. A voicemail or a voice menu is not an answer.',
    missed:
      'Calls from outside whom nobody answered: unanswered, busy, hung up in the menu, sent to voicemail; at any hour.',
    open: 'Missed calls after which nobody has got through to that number, or been reached from it, up to now. A hidden caller cannot be called back.',
    talk: 'Time with a person on the line, of all calls together. Waiting, menus and voicemail do not count.',
    answer: 'Mean time from the start of an incoming call until somebody answered. Only answered ones count.',
    back: 'Mean time from a missed call until the first call in which that number was talked to. Each missed call counts; those that nobody has called back for do not.',
  },
};

export const popup = {
  title: 'Calls',
  notSetUp: 'The calls of your telephone system can stand on the cards of Dolibarr. It takes three steps.',
  setUp: 'Set up',
  never: 'Ready, but no call has been read yet',
  upToDate: plural({ one: 'Up to date, {age} — {count} call', other: 'Up to date, {age} — {count} calls' }),
  running: 'Synchronising…',
  stopped: 'Stopped',
  failed: 'The last run failed, {age}',
  interrupted: 'Synchronisation stopped before its end, {age}',
  extension: 'extension {extension}',
  behind: plural({
    one: 'One stretch of the history is not known yet.',
    other: '{count} stretches of the history are not known yet.',
  }),
  history: 'The telephone system keeps no calls from before {date}.',
  clockFast: plural({
    one: 'The clock of the telephone system is {count} minute fast: times of calls are wrong until it is set right there.',
    other:
      'The clock of the telephone system is {count} minutes fast: times of calls are wrong until it is set right there.',
  }),
  clockSlow: plural({
    one: 'The clock of the telephone system is {count} minute slow: times of calls are wrong until it is set right there.',
    other:
      'The clock of the telephone system is {count} minutes slow: times of calls are wrong until it is set right there.',
  }),
  missed: plural({ one: '{count} missed call to follow up', other: '{count} missed calls to follow up' }),
  recent: 'Last calls',
  none: 'No call yet.',
  open: 'to call back',
  quoted: '“{name}”',
  others: plural({ one: 'and one more', other: 'and {count} more' }),
};

/** Words for calls that every screen uses. */
export const notes = {
  title: 'Notes',
  field: { public: 'Public note', private: 'Private note', onlyMe: 'Only for me' },
  /** who can read it */
  who: {
    public: 'In the call’s event in Dolibarr. Read by all who may see its agenda.',
    private: 'In the same event under its own heading. Meant for staff; the same people can read it.',
    onlyMe: 'Stays in this browser, encrypted.',
  },
  save: 'Save',
  state: {
    kept: 'Kept here, about to be sent.',
    waiting: 'Kept here, sent as soon as possible.',
    sent: 'In Dolibarr.',
    refused: 'Not sent.',
  },
  keptAllTheSame: 'What you wrote is kept in this browser.',
  event: 'Event in Dolibarr',
  userNumber: 'Dolibarr user {id}',
  inDolibarr: 'Written in Dolibarr',
  oursGaveWay: 'Your text no longer stands in Dolibarr ({field}): {name} wrote another one.',
  theirsGaveWay: 'Your text took the place of what {name} had written meanwhile ({field}):',
  somebody: 'somebody',
  putBack: 'Put it back',
  forget: 'Leave it',
  otherUser: 'The API key of this browser belongs to {name}.',
  otherUnknown: 'The API key of this browser belongs to another user than you.',
  otherNext: 'Notes would be written in that name.',
  agree: 'Write as {name}',
  agreeUnknown: 'Write all the same',
  alsoOf: 'This number is also that of {names}. A note goes into the agenda of the thirdparty of this page.',
  forThis: 'Write it here',
  mayNot:
    'Your Dolibarr user may not write events: the right “Create/modify actions linked to own account” of the module Events/Agenda is missing.',
  nobody:
    'A public or private note goes into the agenda of a thirdparty, and none in Dolibarr has this number: here is room for a note to yourself.',
  off: 'Notes are not written into Dolibarr: the options of the extension say so.',
  elsewhere: 'The event of this call is filed under {name}.',
  move: 'File it here',
  insertMoment: 'Insert time',
  insertMomentInto: 'Insert time into: {field}',
  insertMomentWhat:
    'Puts the present position of the recording into the note, as in “01:12”; “2/01:12” is in the second one.',
  playMoment: 'Play the recording from {moment}',
};

export const event = {
  /** what a call's event is called in Dolibarr's agenda */
  label: {
    in: 'Incoming call {number}',
    out: 'Outgoing call {number}',
    internal: 'Internal call {number}',
    external: 'Call in transit {number}',
  },
};

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
    next: 'Check the address and, away from the office, the VPN. If they are right, it is busy: reading goes on by itself.',
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
  'ucm-ban-over': {
    what: 'The telephone system had banned this computer after wrong logins. The ban is over.',
    next: 'Check user and password, and whether something else on this computer logs in wrongly; then test the connection.',
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
    next: 'In the UCM, Integrations (older firmware: Value-added Features) → API Configuration → HTTPS API: enable it, check the user and the permitted addresses.',
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
  'ucm-needs-https': {
    what: 'The simple REST form sends the password in clear, and HTTPS is switched off.',
    next: 'Switch HTTPS on, or choose another interface.',
  },
  'ucm-cookie-header': {
    what: '{host} takes the password, but wants its session in a header that the browser lets the extension set only with a permission.',
    next: 'Allow it on the options page, at the telephone system.',
  },
  'call-gone': {
    what: 'This call is no longer among the calls of this card.',
    next: 'Its number may have been changed in Dolibarr. Reload the list.',
  },
  'recording-not-ready': {
    what: 'The telephone system has not finished this recording yet.',
    next: 'It is tried again by itself; a long call takes some minutes after it has ended.',
  },
  'recording-gone': {
    what: 'The telephone system no longer has this recording.',
    next: 'It was deleted or moved there (its own clean-up, another disk). The administrator can look under CDR → Recording Files.',
  },
  'recording-not-allowed': {
    what: 'The API user may not read recordings.',
    next: 'The administrator can allow “recapi” to the API user of the UCM.',
  },
  'recording-format': {
    what: 'The browser cannot play this format ({subject}).',
    next: 'Download the recording and open it with another program.',
  },
  'recording-broken': {
    what: 'What the telephone system sent is no recording.',
    next: 'Try again; if it stays so, the file is damaged in the telephone system. It can be downloaded as it is.',
  },
  'recording-too-long': {
    what: 'The recording is too long to be put into Dolibarr.',
    next: 'Download it, and add it in Dolibarr by hand.',
  },
  'secrets-gone': {
    what: 'Password and key are kept only until the browser is closed.',
    next: 'Enter again what the options ask for; nothing new is read before.',
  },
  'notes-off': {
    what: 'No events are made in Dolibarr for calls: the options of the extension say so.',
    next: 'Choose another setting there, or ask your administrator.',
  },
  'note-other-user': {
    what: 'The API key of this browser belongs to another user ({subject}).',
    next: 'Agree above the note to write in that name, or enter a key of your own in the options.',
  },
  'dolibarr-unreachable': {
    what: 'Dolibarr at {host} cannot be reached.',
    next: 'Check the network, and the address as it stands in the address bar of Dolibarr, http:// or https:// included. ({reason})',
  },
  'dolibarr-certificate': {
    what: 'The browser does not trust the certificate of {host}.',
    next: 'Open Dolibarr in a tab, accept its certificate there, then come back; or ask the administrator to have this computer trust it.',
  },
  'dolibarr-timeout': {
    what: 'Dolibarr did not answer in time.',
    next: 'Check the address and the network. If they are right, it is busy: reading goes on by itself.',
  },
  'dolibarr-key': {
    what: 'Dolibarr does not accept the API key.',
    next: 'Enter the key of your user again: User card → Key for API (“Token for API” from version 24 on). The administrator can make another.',
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
    next: 'Ask the administrator to allow this address in the set-up of the API module (Home → Setup → Modules).',
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
  'list-gone': { what: 'The list was closed before its end.', next: 'Start it again.' },
  'setting-locked': {
    what: 'This value is set by your administrator: {subject}.',
    next: 'Nothing was changed. Whoever looks after this computer can change it.',
  },
  'invalid-setting': { what: 'This value cannot be used: {subject}.', next: 'Correct it; the old value was kept.' },
  aborted: { what: 'It was stopped before its end.', next: 'Start it again.' },
  unexpected: {
    what: 'Something unexpected happened ({reason}).',
    next: 'Try again; if it stays, tell support these words.',
  },
};

/** Words of buttons and states that every screen uses. */
export const common = {
  justNow: 'just now',
  options: 'Options',
  sync: 'Synchronise now',
  retry: 'Try again',
  download: 'Download',
  stop: 'Stop',
  openOptions: 'Open the options',
  enterAgain: 'Enter again',
  starting: 'Starting…',
  readingCalls: 'Reading the calls from {date}',
  waiting: plural({ one: 'no answer for {count} second', other: 'no answer for {count} seconds' }),
  readingDirectory: 'Reading names and numbers from Dolibarr',
  gap: {
    between: '{from} – {until}',
    notAsked: 'not asked for yet; the newest is read first',
    failed: 'the last try failed, {age}: {what}',
    failedBeside: 'the last try failed, {age}',
    stopped: 'its reading was stopped before the end, {age}',
    since: 'since {from}',
    tooSoon: 'read, and will be read once more: a call is written when it ends',
    more: plural({ one: 'and one more stretch', other: 'and {count} more stretches' }),
  },
  newTab: '(opens a new tab)',
};

/** Rights by their names in Dolibarr's REST API, as its screen of permissions calls them. */
export const rights = {
  'societe/lire': 'Third parties → Read third parties linked to user',
  'societe/creer': 'Third parties → Create/modify third parties linked to user',
  'societe/supprimer': 'Third parties → Delete third parties linked to user',
  'societe/contact/lire': 'Third parties → Read contacts',
  'societe/contact/creer': 'Third parties → Create/modify contacts',
  'agenda/myactions/read': 'Agenda → Read actions (events or tasks) linked to his user account',
  'agenda/myactions/create': 'Agenda → Create/modify actions (events or tasks) linked to his user account',
  'agenda/myactions/delete': 'Agenda → Delete actions (events or tasks) linked to his user account',
  'user/self/creer': 'Users & Groups → Create/modify his own user information',
};

/** Numbers that nobody has in Dolibarr, on the page of all calls. */
export const unknown = {
  title: 'Unknown numbers',
  show: {
    open: 'To decide ({count})',
    other: 'Left aside ({count})',
    ignored: 'Ignored ({count})',
    done: 'Done ({count})',
  },
  none: {
    open: 'No number waits for a decision.',
    other: 'There is no other number that nobody has.',
    ignored: 'No number is ignored.',
    done: 'Nothing has been created or attached yet.',
  },
  off: 'Nothing is proposed as long as new thirdparties are switched off; each number can be dealt with here all the same.',
  more: 'Show the next numbers',
  calls: plural({ one: '{count} call', other: '{count} calls' }),
  last: 'last on {when}',
  pick: 'Choose {number}',
  all: 'Choose all shown',
  chosen: plural({ one: '{count} number chosen', other: '{count} numbers chosen' }),
  createMany: 'Create thirdparties…',
  block: 'Never again',
  willMake: plural({
    one: '{count} prospect will be made in Dolibarr: {names}. If it is in Dolibarr already, it is not made again.',
    other: '{count} prospects will be made in Dolibarr: {names}. What is in Dolibarr already is not made again.',
  }),
  andMore: plural({ one: '{count} more', other: '{count} more' }),
  makeNow: plural({ one: 'Create {count} thirdparty', other: 'Create {count} thirdparties' }),
  going: '{done} of {all}',
  came: {
    create: plural({ one: '{count} thirdparty created.', other: '{count} thirdparties created.' }),
    ignore: plural({ one: '{count} number is ignored.', other: '{count} numbers are ignored.' }),
    block: plural({
      one: '{count} number is never proposed again; the rules in the options list it.',
      other: '{count} numbers are never proposed again; the rules in the options list them.',
    }),
    undo: plural({ one: '{count} decision taken back.', other: '{count} decisions taken back.' }),
  },
  cameThere: plural({
    one: '{count} number was in Dolibarr already.',
    other: '{count} numbers were in Dolibarr already.',
  }),
  cameKept: plural({
    one: '{count} stays: it is in use in Dolibarr, or may not be deleted with this key.',
    other: '{count} stay: they are in use in Dolibarr, or may not be deleted with this key.',
  }),
  cameFailed: '{number}: {why}',
  undoMany: plural({ one: 'Take it back', other: 'Take these {count} back' }),
  why: {
    'not-a-number': 'No telephone number of somebody outside.',
    never: 'Among the numbers never to be asked about.',
    prefix: 'Does not begin as the rules want it.',
    direction: 'No call in the direction that the rules look at.',
    answered: 'No call was answered.',
    seconds: 'No conversation was long enough.',
    hours: 'No call in working hours.',
    few: 'Too few calls so far.',
  },
  create: 'Create thirdparty…',
  createNow: 'Create',
  name: 'Name of the thirdparty',
  attach: 'Attach to…',
  find: 'Name of the thirdparty or contact',
  nobodyFound: 'Nobody of that name.',
  noField: '{party} has no free phone field. Free one in Dolibarr, or choose somebody else.',
  ignore: 'Ignore',
  undo: 'Undo',
  cancel: 'Cancel',
  working: 'Dolibarr is asked, and once more some seconds later whether a colleague was first…',
  created: 'Created: {party}',
  adopted: 'A colleague was first: {party}',
  attached: 'Stands on the card of {party}',
  doubles: plural({
    one: 'There is another thirdparty of this number (id {ids}), to be merged in Dolibarr.',
    other: 'There are {count} more thirdparties of this number (ids {ids}), to be merged in Dolibarr.',
  }),
  merge: 'Merge…',
  kept: 'This stays: something else stands there by now, it is in use in Dolibarr, or the key may not remove it.',
  /** the settings, as an administrator's policy may give them */
  rules: {
    intro:
      'Numbers that nobody has in Dolibarr, as the page of all calls lists them. By these rules they are proposed to you, or made into thirdparties (prospects) by themselves.',
    mode: 'New thirdparties',
    modes: { off: 'Off', review: 'Proposed, a person decides', automatic: 'Made by themselves' },
    modeHint: {
      off: 'Nothing is proposed. Each number can still be dealt with by hand on the page of all calls.',
      review: 'Nothing is created before somebody presses the button.',
      automatic:
        'Only for calls from now on, and only where the key may delete thirdparties, so that a double made by two browsers at once can be taken back. Elsewhere numbers are proposed.',
    },
    directionsOf: { in: 'Incoming', out: 'Outgoing', both: 'Incoming and outgoing' },
    creatorHint: 'Say yes in one browser of the office alone: it then creates although its key may not delete.',
    callsHint: '1: from the first call on; 2: whoever calls again.',
    fromTime: 'Work begins at',
    untilTime: 'Work ends at',
    prefixesHint: 'One a line, as +33 or 01. Empty: all numbers.',
    neverHint: 'One a line; * stands for any digits, ? for one: +338*, 0892??????.',
    noNumber: 'This is not within what is possible.',
    noClock: 'Enter a time of day, as 08:30.',
    noPattern: 'Digits, spaces, +, * and ? are possible, one number a line.',
    wrongPattern: 'This is not a number or the beginning of one: {value}.',
    would: {
      proposedIfOn: plural({
        one: 'As the rules stand, {count} number of the kept calls would be proposed,',
        other: 'As the rules stand, {count} numbers of the kept calls would be proposed,',
      }),
      madeIfOn: plural({
        one: 'and the calls of the last 30 days would have made {count} thirdparty automatically.',
        other: 'and the calls of the last 30 days would have made {count} thirdparties automatically.',
      }),
      proposed: plural({
        one: 'By these rules {count} number of the kept calls waits for a decision.',
        other: 'By these rules {count} numbers of the kept calls wait for a decision.',
      }),
      made: plural({
        one: 'The calls of the last 30 days would have made {count} thirdparty by them.',
        other: 'The calls of the last 30 days would have made {count} thirdparties by them.',
      }),
    },
    creator: 'This browser may create without the right to delete',
    directions: 'Direction of the calls',
    answered: 'Only answered calls',
    seconds: 'Seconds of talk at least',
    calls: 'From which call on',
    hours: 'Only in working hours',
    days: 'Working days',
    from: 'Start of work (minutes of the day)',
    until: 'End of work (minutes of the day)',
    prefixes: 'Numbers begin with',
    never: 'Never these numbers',
  },
};

/** The toolbar button. */
export const toolbar = {
  calls: 'Calls for Dolibarr',
  missed: plural({ one: '{count} missed call to follow up', other: '{count} missed calls to follow up' }),
};

/** Notices of the computer: short, as they are cut off after two lines. */
export const notice = {
  missed: 'Missed call: {who}',
  hidden: 'hidden number',
  at: 'At {time}, {number}',
  again: plural({
    one: '{count} attempt, at {time}, {number}',
    other: '{count} attempts, the last at {time}, {number}',
  }),
  many: plural({ one: '{count} missed call to follow up', other: '{count} missed calls to follow up' }),
  show: 'Show',
  stopped: plural({
    one: 'Calls have not been read for {count} day',
    other: 'Calls have not been read for {count} days',
  }),
  lost: 'Calls cannot be read any more',
  cure: 'Open the options',
};

/** The number of a call, written to the card it stands on. */
export const addNumber = {
  confirm: 'Confirm the number…',
  add: 'Add the number to a contact…',
  to: 'Write {number} to',
  home: '{party}: {field}',
  choose: 'Choose…',
  full: '{party}: no free phone field',
  newContact: 'A new contact',
  lastname: 'Last name',
  firstname: 'First name',
  write: 'Write to Dolibarr',
  cancel: 'Cancel',
  working: 'Asking Dolibarr…',
  nobody: 'There is nobody on this card to whom the number could be written.',
  missing: 'Not everything is offered: the user of the API key lacks the right {subject}.',
  written: 'Written to Dolibarr: {party}, {field}.',
  noField: '{party} has no free phone field any more. Free one in Dolibarr, or choose somebody else.',
  otherUser: 'The API key of this browser belongs to {name}: the number would be written in that name.',
  otherUnknown:
    'The API key of this browser belongs to another user than you: the number would be written in that name.',
  agree: 'I agree',
};

/** What stands beside the tab: the last calls on a thirdparty's main page, a count on an invoice and its like. */
export const aside = {
  title: 'Last calls:',
  all: plural({ one: '{count} call', other: 'all {count} calls' }),
  count: plural({ one: '{count} call', other: '{count} calls' }),
  countWhy: 'The calls of this thirdparty',
  /** how a call went, within a sentence: “today 14:05, missed” */
  outcome: {
    answered: 'answered',
    missed: 'missed',
    voicemail: 'voicemail',
    menu: 'left in the menu',
    busy: 'busy',
    failed: 'failed',
    unanswered: 'no answer',
  },
};

/** Why a number is somebody's or nobody's, and why a note has not come to Dolibarr (options page). */
export const why = {
  /** beneath the only one who has it */
  exactHere: 'In the field “{field}”: {stored}.',
  probableHere: 'Ends like {stored}, in the field “{field}”: likely, not sure.',
  exact: 'In the field “{field}” of {party}: {stored}.',
  probable: 'Ends like {stored}, in the field “{field}” of {party}: likely, not sure.',
  more: plural({ one: 'And one more.', other: 'And {count} more.' }),
  hidden: 'The caller hides the number, so that it can be nobody’s.',
  extension: 'An extension of your own system, never the number of a party.',
  own: 'A number of your own company, never that of a party.',
  short: 'Fewer than eight digits: too few to tell whose number it is.',
  otherwise:
    'Ends like {stored}, in the field “{field}” of {party}, but begins otherwise: another number, or one of the two is written wrong.',
  unread:
    'Not a number of {country} as it is written, so only its last eight digits were looked for: nobody in Dolibarr has a number that ends like this.',
  nobody: 'Nobody in Dolibarr has this number, in whatever notation.',
  empty: 'Nobody has been read from Dolibarr yet.',
  ask: {
    title: 'Why is this call nobody’s, or somebody else’s?',
    number: 'Number, as the call or the card has it',
    look: 'Look',
    looking: 'Looking…',
    read: 'Read as',
    e164: '{number} ({e164}), a number from outside',
    raw: '{number}, a number from outside, of no country for sure',
    hidden: 'a hidden number',
    extension: '{number}, an extension of your own system',
    own: '{number}, a number of your own company',
    whose: 'Whose',
    several: 'More than one has it: a call stands on the card of each.',
    calls: 'Calls',
    none: 'none is kept',
    from: plural({ one: 'one, of {from}', other: '{count}, from {from} to {until}' }),
    rules: 'Rules for unknown numbers',
    off: 'Switched off: numbers are only listed.',
  },
  notes: {
    title: 'Notes that are not in Dolibarr yet',
    none: 'None waits: all that was noted here is in Dolibarr.',
    call: 'Call of',
    since: 'Noted',
    reason: 'Why it waits',
    soon: 'It is just being sent.',
    agree: 'Typed in the page of another Dolibarr user than the key’s: it waits until he agrees beside the note.',
    again: 'Tried again {when}.',
    tries: plural({ one: '{count} try.', other: '{count} tries.' }),
  },
};

/** How everything stands, in one sentence (options page). */
export const health = {
  mark: { good: 'Good', attention: 'Attention', stopped: 'Stopped' },
  good: plural({
    one: 'Everything works: last synchronisation {last}, the next {next}, one call, nothing missing.',
    other: 'Everything works: last synchronisation {last}, the next {next}, {count} calls, nothing missing.',
  }),
  reading: plural({
    one: 'Calls are being read: one so far.',
    other: 'Calls are being read: {count} so far.',
  }),
  never: 'All is entered; nothing has been read yet.',
  interrupted: 'The last synchronisation was stopped before its end; the next one goes on.',
  'not-planned': 'No synchronisation is planned: start one, and the next follow by themselves.',
  'not-set-up': 'Not everything is entered yet.',
  'no-access': 'The browser does not allow the extension to reach this machine: nothing is read.',
  failing: 'The last synchronisation failed: {what}',
  old: 'Nothing could be read since the last good synchronisation, {last}: {what}',
  directory: 'Calls come, but the directory cannot be read, so that new numbers stay unknown: {what}',
  fast: plural({
    one: 'The clock of the telephone system is {count} minute fast: times of calls are wrong.',
    other: 'The clock of the telephone system is {count} minutes fast: times of calls are wrong.',
  }),
  slow: plural({
    one: 'The clock of the telephone system is {count} minute slow: times of calls are wrong.',
    other: 'The clock of the telephone system is {count} minutes slow: times of calls are wrong.',
  }),
  zone: 'The telephone system says to be at {said} and writes its calls as at {calls}: set its time zone under {menu}.',
  gaps: plural({
    one: 'One stretch of the history has not been read yet.',
    other: '{count} stretches of the history have not been read yet.',
  }),
  'set-aside': plural({
    one: 'One row of the telephone system could not be read, and was set aside.',
    other: '{count} rows of the telephone system could not be read, and were set aside.',
  }),
};
