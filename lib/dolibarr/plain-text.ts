import { withoutDirectionMarks } from '../calls/direction-marks';

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * Dolibarr's text with HTML entities as plain text: some versions and imports store `&amp;` and `&#039;` in names.
 * Decoded once: what is left is text and never markup, and nothing in it turns its neighbours round.
 */
export function plainText(text: string): string {
  const decoded = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
  return withoutDirectionMarks(decoded);
}
