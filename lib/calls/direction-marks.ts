/** Characters that turn round what is written after them: no name or number needs one, and a hostile one hides behind them. */
const marks = /[\u202a-\u202e\u2066-\u2069]/g;

export function withoutDirectionMarks(text: string): string {
  return text.replace(marks, '');
}
