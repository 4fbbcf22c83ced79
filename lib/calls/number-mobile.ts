/** How mobile numbers begin, where a country keeps them apart; of the countries around. */
const mobile: readonly RegExp[] = [
  /^\+33[67]/,
  /^\+324[5-9]/,
  /^\+417[5-9]/,
  /^\+3526/,
  /^\+491[567]/,
  /^\+447[1-57-9]/,
  /^\+34[67]/,
  /^\+393/,
  /^\+316/,
  /^\+3519/,
  /^\+436[5-9]/,
];

/** Whether an E.164 number is surely one of a mobile telephone; false where it cannot be told. */
export function isMobile(e164: string): boolean {
  return mobile.some((beginning) => beginning.test(e164));
}
