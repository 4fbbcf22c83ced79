import { describe, expect, it } from 'vitest';
import { tell } from '../../sim/story/tell';
import { theStory } from '../../sim/story/the-story';
import { callsOf, legsOf, now, paris, seen, storyOf, told } from './told';

describe('the story of a month', () => {
  const story = theStory({ now, zone: paris }).sort((a, b) => a.at - b.at);
  const calls = callsOf(legsOf(tell(story, paris)));

  it('has as many calls as a person would count', () => {
    expect(calls).toHaveLength(story.length);
  });

  it.each(story.map((call, i) => [call.line, call, i] as const))('%s', (_line, call, i) => {
    const ours = calls[i];
    expect(ours && seen(ours)).toEqual(told(call));
  });
});

/** What the month does not tell: kinds of calls met together, each told alone, so that every line is one call. */
const together = `
09:00 in 0639981234 → 7000 ivr 12s → 7001 ivr 8s → 203 answered 2m
09:00 in 0639981234 → 7000 ivr 12s → 203 rang 20s
09:00 in 0639981234 → 7000 ivr 12s → 203 busy
09:00 in 0639981234 → 7000 ivr 12s → 203 rang 20s → 203 voicemail 30s
09:00 in 0639981234 → 7000 ivr 12s → 203 voicemail 30s
09:00 in 0639981234 → 7000 ivr 12s → 6500 queue → 201, 202 rang 21s → abandoned 22s
09:00 in 0639981234 → 7000 ivr 59m40 → hung up
09:00 in 0639981234 → 203 voicemail 30s
09:00 in 0639981234 → 201 rang 15s → 202 rang 15s → 203 answered 1m
09:00 in 0639981234 → 201 busy → 202 answered 1m
09:00 in 0639981234 → 6400 group → 201, 202 busy
09:00 in 0639981234 → 6400 group → 201, 202 rang 20s → 202 voicemail 12s
09:00 in 0639981234 → 6400 group → 201, 202 rang 20s → 6500 queue → 204 rang 11s → 203 answered 2m [rec]
09:00 in 0639981234 → 6500 queue → 203 answered 2m after 9s [rec]
09:00 in 0639981234 → 6500 queue → abandoned 12s
09:00 in 0639981234 → 6400 group → 202 rang 9s → 203 answered 2m → park 71 40s → 204 retrieved 1m [rec]
09:00 in 0639981234 → 6500 queue → 202 rang 9s → 203 answered 2m → attended 204 answered 3m consulting 30s [rec]
09:00 in 0639981234 → 203 answered 2m → blind 204 answered 3m → blind 206 answered 1m [rec]
09:00 in 0639981234 → 203 answered 2m → blind 204 answered 3m → attended 206 answered 1m [rec]
09:00 in 0639981234 → 203 answered 2m → park 71 40s
09:00 in 0639981234 → 203 answered 2m → park 71 40s → 204 retrieved 1m → park 72 50s → 203 retrieved 2m [rec]
09:00 in 0639981234 → 6400 group → 201, 206 rang 16s → 206 mobile 0639980011 answered 3m22 [rec]
09:00 in 0639981234 → 206 rang 16s → 206 mobile 0639980011 rang 20s
09:00 in 0639981234 → 206 rang 16s → 206 mobile 0639980011 rang 20s → 206 voicemail 9s
09:00 in 0639981234 → 206 rang 16s → 206 mobile 0639980011 answered 3m22 [own session] [rec]
09:00 in 0639981234 → 7000 ivr 12s → 6300 conference 10m [rec]
09:00 in 0639981234 → 7000 ivr 12s → 205 fax 40s
09:00 in hidden "Anonymous" → 203 answered 1m
09:00 in anonymous → 6400 group → 201 rang 9s → 203 answered 1m [rec]
09:00 in Anonymous → 203 rang 20s
09:00 in unknown → 203 voicemail 20s
09:00 in restricted "restricted" → 7000 ivr 5s → hung up
09:00 in 0639981234 "Chez \\"Léo\\" → <b>&amp;</b> 🏠 =SUM(A1)" → 203 answered 1m
09:00 in +33639981234 to 0199001240 → 203 answered 1m
09:00 in 0639981234 → 203 answered 2m [analog] [rec]
09:00 in 0639981234 → 203 answered 2m [rec 3]
09:00 in 0639981234 → 203 answered 2m → blind 204 answered 2m [rec 2]
09:00 in 0639981234 → 203 answered 2m [rec fork]
09:00 out 203 → +33639981234 answered 2m [rec 2]
09:00 out 203 → 00447700900699 answered 2m after 40s
09:00 out 203 → 90639981234 rang 30s [glued]
09:00 out 203 → 0639981234 busy
09:00 out 203 → 0639981234 failed
09:00 out 203 → 0639981234 congestion
09:00 out 203 → 112 answered 2m
09:00 internal 203 → 206 rang 20s → 206 voicemail 8s
09:00 internal 203 → 206 answered 3m
09:00 external 0639987001 → 0465719011 rang 20s
09:00 external 0639987001 → 0465719011 busy
09:00 external 0639987001 → 0465719011 failed
09:00 external anonymous → 0465719011 answered 2m
`;

describe('one call a line', () => {
  it.each(storyOf(together).map((call) => [call.line, call] as const))('%s', (_line, call) => {
    expect(callsOf(legsOf(tell([call], paris))).map(seen)).toEqual([told(call)]);
  });
});

describe('a long call', () => {
  // A leg that begins a whole number of hours after its call looks as if the clocks had been changed.
  const minutes = [58, 59, 60, 61, 62, 90, 119, 120, 121, 239, 240];
  const rests = [0, 23, 53];
  const lines = minutes.flatMap((minute) =>
    rests.flatMap((rest) => [
      `09:00 in 0639981234 → 203 answered ${minute - 1}m${rest} → blind 204 answered 2m`,
      `09:00 in 0639981234 → 203 answered ${minute - 1}m${rest} → park 71 3m → 204 retrieved 1m`,
      `09:00 in 0639981234 → 203 answered 2m → park 71 ${minute - 3}m${rest} → 204 retrieved 1m`,
      `09:00 in 0639981234 → 203 answered ${minute - 1}m${rest} → attended 204 answered 2m consulting 40s`,
    ]),
  );
  it.each(lines)('%s', (line) => {
    const [call] = storyOf(line);
    const rows = call ? tell([call], paris) : [];
    const [ours, ...others] = callsOf(legsOf(rows));
    expect(others).toEqual([]);
    expect(ours && call && seen(ours)).toEqual(call && told(call));
    expect(ours && ours.start + ours.duration).toBe(Math.max(...rows.map(({ endsAt }) => endsAt)));
  });
});
