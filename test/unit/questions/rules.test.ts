import { describe, expect, it } from 'vitest';
import { partyOfAddress } from '../../../lib/dolibarr/page';
import { shapeOf } from '../../../lib/errors';
import type { QuestionName } from '../../../lib/questions/questions';
import { checkQuestion, type Sender } from '../../../lib/questions/rules';

const pages = 'chrome-extension://abc/';
const ground = { id: 'abc', pages, dolibarrRoot: 'https://erp.example/dolibarr', partyOfAddress };
const garage = { kind: 'thirdparty', id: 12 };
const onCard: Sender = {
  id: 'abc',
  url: 'https://erp.example/dolibarr/societe/card.php?socid=12#calls',
  frameId: 0,
  tab: {},
};
const options: Sender = { id: 'abc', url: `${pages}options.html`, frameId: 0, tab: {} };

function verdict(name: QuestionName, asked: unknown, sender: Sender): string {
  try {
    checkQuestion(name, asked, sender, ground);
    return 'answered';
  } catch (error) {
    return shapeOf(error).code;
  }
}

const count = (sender: Sender, party: unknown = garage) => verdict('card.count', { party, language: 'fr_FR' }, sender);

describe('a page of Dolibarr where notes are typed', () => {
  const letters = (text: object, base: object = {}) => ({ text, base });
  const note = (part: object, sender = onCard) =>
    verdict(
      'card.note',
      { party: garage, key: 'a-b', user: 2, language: 'fr', letters: letters({ public: 'a' }), done: true, ...part },
      sender,
    );

  it('may write on the calls of its own party alone', () => {
    expect(note({})).toBe('answered');
    expect(note({ party: { kind: 'thirdparty', id: 13 } })).toBe('forbidden');
    expect(note({}, { ...onCard, frameId: 3 })).toBe('forbidden');
  });

  it.each([
    { letters: { text: { public: 'x'.repeat(10_001) }, base: {} } },
    { letters: { text: { public: 'a' } } },
    { letters: { text: { public: 'a', onlyMe: 'b' }, base: {} } },
    { text: { public: 'a', private: '' } },
    { user: -1 },
    { language: 'tlh' },
  ])('is refused what is no note: %o', (part) => {
    expect(note(part)).toBe('invalid-question');
  });
});

describe('a page of Dolibarr from which a number is written', () => {
  const asked = { party: garage, key: 'a-b', user: 2 };
  const contact = { kind: 'contact', id: 7 };

  it('may write that of one of its own calls alone, and sends no number', () => {
    expect(verdict('card.numberHomes', asked, onCard)).toBe('answered');
    expect(verdict('card.numberAdd', { ...asked, to: contact }, onCard)).toBe('answered');
    expect(verdict('card.numberAdd', { ...asked, to: contact, number: '+33639980000' }, onCard)).toBe(
      'invalid-question',
    );
    const others = { ...asked, party: { kind: 'thirdparty', id: 13 } };
    expect(verdict('card.numberHomes', others, onCard)).toBe('forbidden');
    expect(verdict('card.numberAdd', { ...others, to: garage }, onCard)).toBe('forbidden');
    const made = { firstname: 'Hugo', lastname: 'Martin' };
    expect(verdict('card.numberContact', { ...asked, ...made }, onCard)).toBe('answered');
    expect(verdict('card.numberContact', { ...others, ...made }, onCard)).toBe('forbidden');
    expect(verdict('card.numberContact', { ...asked, ...made, lastname: 'x'.repeat(51) }, onCard)).toBe(
      'invalid-question',
    );
  });
});

describe('a page of Dolibarr that is no card', () => {
  const invoice = { ...onCard, url: 'https://erp.example/dolibarr/compta/facture/card.php?facid=3' };
  const stop = { command: { do: 'stop' } };

  it('may ask whether something plays, and stop it', () => {
    expect(verdict('page.playing', undefined, invoice)).toBe('answered');
    expect(verdict('page.play', stop, invoice)).toBe('answered');
    expect(verdict('page.bar', { language: 'fr_FR' }, invoice)).toBe('answered');
  });

  it('may ask for what stands beside the tab without naming anybody: whose page it is, is read from its address', () => {
    for (const name of ['page.aside', 'page.object', 'page.allCalls'] as const) {
      const asked = { 'page.aside': { language: 'fr_FR' }, 'page.object': undefined, 'page.allCalls': { at: '' } }[
        name
      ];
      expect(verdict(name, asked, invoice)).toBe('answered');
      expect(verdict(name, { ...asked, party: garage }, invoice)).toBe('invalid-question');
      expect(verdict(name, asked, { ...invoice, url: 'https://erp.example/shop/index.php' })).toBe('forbidden');
    }
  });

  it('may lead to a view of all calls, and to no other address', () => {
    for (const at of ['', '/journal', '/journal?direction=in&text=devis%20%C3%A9', '/call/1795435200-1a2b3c?sort=talk'])
      expect(verdict('page.allCalls', { at }, invoice)).toBe('answered');
    for (const at of ['javascript:alert(1)', '//evil.example', '/../options.html', '/journal#x', 'x'.repeat(2000)])
      expect(verdict('page.allCalls', { at }, invoice)).toBe('invalid-question');
  });

  it.each(['fr_FR', 'de-AT', 'it', 'zh-Hant-TW', ''])('may speak any language, or tell none: “%s”', (language) => {
    expect(verdict('page.aside', { language }, invoice)).toBe('answered');
    expect(verdict('card.panel', { party: garage, language }, onCard)).toBe('answered');
  });

  it.each(['x'.repeat(36), '../fr', 'fr,en', 'fr\n', 'fr.js', 7, undefined])(
    'is refused what is no language: %j',
    (language) => {
      expect(verdict('page.bar', { language }, invoice)).toBe('invalid-question');
      expect(verdict('card.panel', { party: garage, language }, onCard)).toBe('invalid-question');
    },
  );

  it.each([
    { do: 'play', recording: { call: '1795422561-xya20q', n: 0 } },
    { do: 'seek', to: 3 },
    { do: 'stop', recording: { call: 'a', n: 0 } },
  ])('may not start or search through a recording: %o', (command) => {
    expect(verdict('page.play', { command }, invoice)).toBe('invalid-question');
  });

  it.each([
    { ...invoice, url: 'https://erp.example/shop/index.php' },
    { ...invoice, url: 'https://erp.example.evil/dolibarr/index.php' },
    { ...invoice, url: 'https://erp.example/dolibarr' },
    { ...invoice, frameId: 2 },
    { ...invoice, tab: undefined },
    { ...invoice, id: 'another' },
  ])('is one of the granted Dolibarr, in front: %o', (sender) => {
    expect(verdict('page.play', stop, sender)).toBe('forbidden');
  });
});

describe('a page of Dolibarr that plays recordings', () => {
  const play = (command: unknown, party: unknown = garage) => verdict('card.play', { party, command }, onCard);

  it('may start those of its own party and tell what plays what to do', () => {
    expect(play({ do: 'play', recording: { call: '1795422561-xya20q', n: 0 } })).toBe('answered');
    expect(play({ do: 'seek', to: 12.5 })).toBe('answered');
    expect(verdict('card.download', { party: garage, recording: { call: 'a', n: 0 }, at: 0 }, onCard)).toBe('answered');
    expect(play({ do: 'stop' }, { kind: 'thirdparty', id: 13 })).toBe('forbidden');
  });

  it.each([
    { do: 'play', recording: { call: 'x'.repeat(41), n: 0 } },
    { do: 'play', recording: { call: 'a', n: -1 } },
    { do: 'play', recording: { call: 'a', n: 0, name: '../../etc/passwd' } },
    { do: 'seek', to: Number.NaN },
    { do: 'speed', speed: 1000 },
    { do: 'volume', volume: 7, muted: false },
    { do: 'load', src: 'https://evil.example/' },
  ])('is not understood when it says %j', (command) => {
    expect(play(command)).toBe('invalid-question');
  });

  it('may not speak for the popup', () => {
    expect(verdict('own.play', { command: { do: 'stop' } }, onCard)).toBe('forbidden');
    expect(verdict('own.playing', undefined, onCard)).toBe('forbidden');
  });
});

describe('a page of Dolibarr', () => {
  it('is told of the party of its own address', () => {
    expect(count(onCard)).toBe('answered');
  });

  it.each([
    ['another party', { ...onCard, url: 'https://erp.example/dolibarr/societe/card.php?socid=13' }],
    ['another host', { ...onCard, url: 'https://evil.example/dolibarr/societe/card.php?socid=12' }],
    ['another port', { ...onCard, url: 'https://erp.example:444/dolibarr/societe/card.php?socid=12' }],
    [
      'a neighbour of the Dolibarr on its host',
      { ...onCard, url: 'https://erp.example/other/societe/card.php?socid=12' },
    ],
    ['a frame in the page', { ...onCard, frameId: 3 }],
    ['another extension', { ...onCard, id: 'xyz' }],
    ['a page without a tab', { id: 'abc', url: onCard.url, frameId: 0 }],
  ])('is told nothing when it is %s', (_, sender) => {
    expect(count(sender)).toBe('forbidden');
  });

  it.each<QuestionName>([
    'own.state',
    'own.recent',
    'own.sync',
    'options.read',
    'options.save',
    'options.ucm',
    'options.testUcm',
  ])('may not ask %s', (name) => {
    expect(verdict(name, { password: 'x' }, onCard)).toBe('forbidden');
  });

  it.each([
    ['nothing', undefined],
    ['a party that is no number', { party: { kind: 'thirdparty', id: '12' } }],
    ['more than there is to ask', { party: garage, secret: true }],
  ])('that asks %s is not understood', (_, asked) => {
    expect(verdict('card.count', asked, onCard)).toBe('invalid-question');
  });

  it('may not ask for more lines than a screen could show, nor with an endless text', () => {
    const asked = { party: garage, filter: {}, offset: 0, limit: 100 };
    expect(verdict('card.calls', asked, onCard)).toBe('answered');
    expect(verdict('card.calls', { ...asked, limit: 1_000_000 }, onCard)).toBe('invalid-question');
    expect(verdict('card.calls', { ...asked, filter: { text: 'a'.repeat(10_000) } }, onCard)).toBe('invalid-question');
  });
});

describe('the pages of the extension', () => {
  it('ask for what is theirs, and only the options page for the set-up', () => {
    const popup = { ...options, url: `${pages}popup.html` };
    expect(verdict('own.state', undefined, popup)).toBe('answered');
    expect(verdict('options.read', undefined, options)).toBe('answered');
    expect(verdict('options.ucm', { password: 'x' }, popup)).toBe('forbidden');
  });

  it('do not include the document that only fetches', () => {
    expect(verdict('own.state', undefined, { ...options, url: `${pages}offscreen.html` })).toBe('forbidden');
  });
});

it.each(['__proto__', 'constructor', 'card.everything', 'options'])('a question named %s is refused', (name) => {
  expect(verdict(name as QuestionName, {}, onCard)).toBe('forbidden'); // what a hijacked page could send
});
