/** `08:30` of minutes of the day; `24:00` is the end of it. */
export function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes of the day of `8`, `8:30`, `8h30`, `08.30`; NaN, which no setting takes, for what is no time. */
export function readClockText(text: string): number {
  const found = /^(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?)?$/.exec(text.trim());
  if (!found) return Number.NaN;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return minutes < 60 && hours * 60 + minutes <= 1440 ? hours * 60 + minutes : Number.NaN;
}
