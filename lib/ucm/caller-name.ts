import { withoutDirectionMarks } from '../calls/direction-marks';

/** Only what a number is written with: no name. */
const numberLike = /^[+\d\s().*#/-]*$/;

/**
 * The name the caller was presented with: `caller_name`, else the quoted part of `clid` (`"Acme Ltd" <0163…>`).
 * '' when that is empty, only the number again, or spoilt by another character set (U+FFFD). Control characters,
 * which no name has, are taken out. Hostile text all the same.
 */
export function callerName(callerNameField: string, clid: string, number: string): string {
  return usable(callerNameField, number) || usable(quotedPart(clid), number);
}

function usable(text: string, number: string): string {
  if (text === '' || text === number || numberLike.test(text) || text.includes('\ufffd')) return '';
  const name = withoutDirectionMarks(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return name === number ? '' : name;
}

function quotedPart(clid: string): string {
  if (clid.charCodeAt(0) !== 34) return '';
  const end = clid.lastIndexOf('"');
  return end < 2 ? '' : clid.slice(1, end).replaceAll('\\"', '"');
}
