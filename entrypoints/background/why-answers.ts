import { waitingNotes } from '../../lib/answers/waiting-notes';
import { callsWithWhy, whyNumber } from '../../lib/answers/why-number';
import { readNumber } from '../../lib/calls/number';
import { stayAwake } from '../../lib/hands/stay-awake';
import type { WhyQuestions } from '../../lib/questions/why-number';
import { callsAbout } from '../../lib/store/calls-about';
import type { Answers } from './answers';
import type { Parts } from './parts';

const CALLS = 10;

/** Why a number is somebody's or nobody's, why a note has not come to Dolibarr: for whoever looks for what is wrong. */
export function whyAnswers(parts: Parts): Pick<Answers, keyof WhyQuestions> {
  const { store, parties, numbers, settings, notes, cardNotes, unknownNumbers } = parts;
  return {
    async 'options.tenCalls'() {
      const { root } = (await settings.read()).dolibarr;
      return { lines: await callsWithWhy(store, parties, numbers.plan(), root, CALLS) };
    },
    async 'options.whyNumber'({ number }) {
      const raw = number.slice(0, 100);
      const why = await whyNumber(parties, numbers.plan(), raw);
      const read = readNumber(raw, numbers.plan());
      if (read.kind !== 'outside' || read.digits === '') return { ...why, calls: 0, from: 0, until: 0 };
      const sleep = stayAwake(); // all rows are read
      try {
        const calls = await callsAbout(store, read.e164 ?? read.digits);
        const line = why.nobody ? await unknownNumbers.answers['own.unknownOf']({ raw }) : undefined;
        return {
          ...why,
          calls: calls.length,
          from: calls[0]?.call.start ?? 0,
          until: calls.at(-1)?.call.start ?? 0,
          ...(line?.why ? { leftAside: line.why } : {}),
        };
      } finally {
        sleep();
      }
    },
    async 'options.waitingNotes'() {
      return { notes: await waitingNotes(notes, cardNotes.mayWriteHere) };
    },
  };
}
