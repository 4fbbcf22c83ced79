/** Fields of Dolibarr's forms that hold a telephone number of a thirdparty or contact. */
const numberFields = ['phone', 'phone_mobile', 'fax', 'phone_pro', 'phone_perso'];

/** Calls back when a form with telephone numbers is sent from this page, until the signal ends it. */
export function whenNumbersEdited(document: Document, edited: () => void, signal: AbortSignal): void {
  const sent = (event: Event): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (numberFields.some((name) => form.elements.namedItem(name) !== null)) edited();
  };
  document.addEventListener('submit', sent, { capture: true, signal });
}
