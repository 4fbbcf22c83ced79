/** What the words `action_type` and `lastapp` of a leg say. Few different ones come, and each is asked many times. */
export interface ActionSays {
  forward: boolean;
  /** extension whose rule sent the call on; '' when the action is none or does not name it */
  forwardedBy: string;
  voicemail: boolean;
  conference: boolean;
  fax: boolean;
  menu: boolean;
  /** number of the menu; '' when it is none or not named */
  menuNumber: string;
  group: { kind: 'group' | 'queue'; number: string } | undefined;
}

export interface AppSays {
  /** Dial or Queue: a person is called */
  calling: boolean;
  voicemail: boolean;
  conference: boolean;
  fax: boolean;
  readsDigits: boolean;
  park: boolean;
}

export const actionSays = remembered((action: string): ActionSays => {
  const group = /^(RINGGROUP|QUEUE)(?:\[([^\]]*)\])?/i.exec(action);
  return {
    forward: /^(?:FOLLOWME|CALL_?FORWARD)/i.test(action),
    forwardedBy: /^(?:FOLLOWME|CALL_?FORWARD)(?:\[([^\]]*)\])?/i.exec(action)?.[1] ?? '',
    voicemail: /^VM\b/i.test(action),
    conference: /^(?:CONFERENCE|MEETME)/i.test(action),
    fax: /^V?FAX/i.test(action),
    menu: /^IVR/i.test(action),
    menuNumber: /^IVR\[([^\]]*)\]/i.exec(action)?.[1] ?? '',
    group: group
      ? { kind: group[1]?.toUpperCase() === 'QUEUE' ? 'queue' : 'group', number: group[2] ?? '' }
      : undefined,
  };
});

export const appSays = remembered(
  (app: string): AppSays => ({
    calling: /^(?:Dial|Queue)$/i.test(app),
    voicemail: /^VoiceMail$/i.test(app),
    conference: /^(?:ConfBridge|MeetMe)$/i.test(app),
    fax: /^(?:ReceiveFAX|SendFAX|RxFAX|TxFAX)$/i.test(app),
    readsDigits: /^ReadExten$/i.test(app),
    park: /^(?:Park|ParkedCall)$/i.test(app),
  }),
);

/** More different words than any UCM writes; then all are read anew. */
const LIMIT = 2000;

function remembered<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  let lastWord: string | undefined;
  let last: T | undefined;
  return (word) => {
    // A leg is asked for its word several times over.
    if (word === lastWord && last !== undefined) return last;
    let said = known.get(word);
    if (said === undefined) {
      if (known.size >= LIMIT) known.clear();
      said = read(word);
      known.set(word, said);
    }
    lastWord = word;
    last = said;
    return said;
  };
}
