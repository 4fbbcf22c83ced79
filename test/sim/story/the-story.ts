import type { Call } from './call';
import { parseStory, type ReadingPlace } from './parse';

/**
 * Thirty days of a joinery: every kind of call there is at least once, and the Garage Lefèvre often enough that its
 * card looks alive. Numbers are from the ranges kept free for fiction.
 */
const TEXT = `
-20wd
08:41 in 0199004712 "Garage Lefèvre" → 6400 group → 201, 202 rang 9s → 203 answered 4m20 [rec]
09:15 out 202 → 0465712200 answered 2m36 [rec]
11:02 in 0261914020 "Mie d'Or" → 203 answered 1m48
14:30 internal 204 → 201 answered 35s
16:12 in 0353011187 → 203 rang 25s
-19wd
08:55 out 203 → 0353011187 answered 3m05
10:20 in +33639981234 "Garage Lefèvre" → 203 answered 6m12 [rec]
10:48 in 0536493344 "Scierie du Val" → 7000 ivr 14s → 6400 group → 202, 204 rang 12s → 201 answered 2m51
15:40 in anonymous → 201 rang 18s
17:05 internal 201 → 206 rang 20s → 206 voicemail 8s
-18wd
09:33 in 0199005151 → 6500 queue → 201, 202 rang 21s → 203 answered 5m02 [rec]
11:11 out 206 → 0639986002 rang 32s
11:14 out 206 → 0639986002 answered 1m15
13:58 in 0465719900 "Hôtel \\"Le Cèdre\\"" → 202 busy
14:10 in 0465719900 "Hôtel \\"Le Cèdre\\"" → 202 answered 3m40
-17wd
08:32 in 0639981234 "Garage Lefèvre" → 6400 group → 201, 202, 203 rang 26s → 204 busy
08:47 out 202 → 0639981234 answered 2m08 [rec]
10:05 in 0261917788 "Café <img src=x onerror=alert(1)>" → 201 answered 52s
16:44 in 0536490101 → 7000 ivr 22s → hung up
-16wd
09:01 in 0639985001 "=1+1" → 203 answered 2m
09:26 in 0199001907 → 6400 group → 201, 202 rang 20s → 203 voicemail 31s
12:02 out 203 → 90261914020 answered 4m11 [rec]
15:15 in 0639986002 "Studio 🏠" → 206 rang 16s → 206 mobile 0639980011 answered 3m22
-15wd
08:50 in 0199004713 "S. Lefèvre" → 202 answered 8m05 [rec 2]
10:40 in 0353011187 → 203 answered 1m → blind 204 answered 2m30 [rec]
14:12 external 0639987001 → 0465719011 answered 1m20
17:30 in 0199001555 → 6500 queue → 201, 202, 203 rang 45s → abandoned 47s
-14wd
09:09 in 0639981234 → 203 answered 2m10 → park 71 35s → 204 retrieved 1m30 [rec]
11:55 out 202 → +33536493344 answered 3m18
15:01 in 0465712200 "Mairie St-Aubin" → 201 answered 1m05 → attended 202 answered 4m10 consulting 20s
16:20 in 0199001800 → 205 fax 48s
-13wd
08:35 in hidden → 6400 group → 201, 202 rang 15s → 203 answered 40s
10:30 in 0639981234 "Garage Lefèvre" → 6300 conference 12m30 [rec]
13:40 out 206 → 0199001999 busy
13:52 out 206 → 0199001999 failed
18:03 in 0261914020 → 201 rang 30s → 201 voicemail 17s
-12wd
09:12 in 0639981234 "Garage Lefèvre" → 6500 queue → 201, 202 rang 14s → 203 answered 3m12 [rec]
09:13 in 0536490101 "Bellevue" → 6400 group → 203 busy → 201, 204 rang 11s → 202 answered 2m44
11:30 in unknown "unknown" → 201 answered 22s
16:00 internal 202 → 203 answered 6m
-11wd
08:58 in 0033199005151 → 203 answered 1m33
10:10 out 203 → 0639981235 rang 28s [glued]
10:25 in 0639981235 "Paul Lefèvre" → 7000 ivr 9s → 203 answered 5m40 [rec]
14:45 in 0199001642 "Devis fenêtres" → 203 rang 12s → 203 mobile 0639980012 rang 24s [own session]
-10wd
09:20 in 0353011187 "SCI Les Tilleuls & Fils" → 202 answered 3m30
11:18 in 0639985001 → 6500 queue → 201, 203 rang 8s → 202 answered 7m10 → blind 206 answered 3m [rec]
15:33 out 202 → 0033465719900 answered 2m02
17:48 in 0639981234 → 6400 group → 201, 202, 203, 204 rang 30s
-9wd
08:31 out 203 → 0639981234 answered 9m44 [rec]
10:02 in 0465711122 → 201 answered 1m10
13:45 in 0199001642 → 203 rang 14s → 203 mobile 0639980012 answered 2m12 [own session]
16:16 internal 203 → 204 rang 22s
-8wd
09:05 in 0536493344 "Scierie du Val" → 203 answered 2m20 → park 72 50s → 203 retrieved 45s [late 1h]
10:50 in 0639986002 → 206 answered 4m05
14:02 in 0639988100 → 6400 group → 202 answered 3m after 10s
14:40 in 0639988101 → 6400 group → 202 answered 1m30 after 6s [rec]
-7wd
08:44 in 0199004712 "Garage Lefèvre" → 201 answered 1m12 → blind 203 answered 6m30 [rec]
11:36 out 201 → 90536490101 answered 1m50 [glued]
15:20 in 0261917788 → 6400 group → 201 rang 10s → 202 answered 2m15 [rec fork]
17:10 in restricted → 6500 queue → 201, 202 rang 33s → abandoned 33s
-6wd
09:40 in 0353011187 → 204 answered 2m02 → park 71 1h05m → 204 retrieved 3m
10:15 in 0465712200 → 201 answered 3m01
11:00 out 206 → 0033999 congestion
16:35 in 0639981234 → 203 rang 24s → 203 voicemail 26s
-5wd
08:20 out 203 → 0639981234 answered 1m58
09:50 in 0199005151 "Rousseau" → 7000 ivr 11s → 6500 queue → 201, 202 rang 19s → 203 answered 4m26 [rec]
13:33 in 0199001321 "Café\uFFFD" → 201 answered 18s [analog]
15:10 in 0536490101 → 201 answered 2m → attended 203 answered 5m20 consulting 12s [late 1h]
-4wd
09:02 in 0639985001 → 203 answered 1m44
10:31 in 0465719900 "Hôtel \\"Le Cèdre\\"" → 6400 group → 201, 203 rang 7s → 202 answered 3m27 [rec]
14:27 in 0199004713 → 202 answered 3m33
16:58 out 202 → 0261914020 rang 30s
-3wd
08:37 in 0639981234 "Garage Lefèvre" → 6500 queue → 202 rang 6s → 201 answered 2m22 [rec]
11:22 in 0033639986002 → 206 answered 6m50 [rec]
11:25 in 0639988100 → 206 busy
14:55 in 0199001642 → 7000 ivr 6s → 6400 group → 201, 202, 203 rang 28s
17:17 internal 206 → 202 answered 1m20
-2wd
09:11 out 203 → 0199001642 answered 5m55 [rec]
10:44 in 0353011187 → 203 answered 2m40
13:30 in 0639981235 "Paul Lefèvre" → 6400 group → 201, 202 rang 13s → 203 answered 11m02 [rec]
15:48 in 0536493344 → 201 answered 1m27
-1wd
08:33 in 0639981234 "Garage Lefèvre" → 6400 group → 201, 202, 203 rang 22s
08:52 out 203 → +33639981234 answered 3m45 [rec]
10:17 in 0465712200 "Mairie St-Aubin" → 6500 queue → 201, 202 rang 12s → 203 answered 4m40
11:40 in 0639987200 → 201 rang 25s
14:20 in 0261914020 "Mie d'Or" → 203 answered 2m33 [rec]
16:05 out 206 → 0639986002 answered 8m08
17:31 in 0199004712 "Garage Lefèvre" → 203 answered 2m47 [rec]
today
3h10m ago in 0639981234 "Garage Lefèvre" → 6400 group → 201, 203 rang 8s → 202 answered 3m12 [rec]
2h05m ago in 0199001642 → 6500 queue → 201, 202, 203 rang 40s → abandoned 42s
1h20m ago out 203 → 0465719900 answered 2m18
40m ago in 0639987200 "Nouveau client" → 201 rang 25s → 201 voicemail 19s
22m ago in 0639981234 "Garage Lefèvre" → 203 rang 21s
`;

/** The one story, told from `now` (UTC epoch seconds) backwards; its last call is 22 minutes old. */
export function theStory(place: ReadingPlace): Call[] {
  return parseStory(TEXT, place);
}
