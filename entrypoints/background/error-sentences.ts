import { browser } from '../../lib/browser';
import { type ErrorSentences, errorSentencesFile } from '../../lib/text/text-files';
import type { Language } from '../../lib/text/texts';

/** What happened, in words, from the extension's own files. Rejects when they are gone, as while it is updated. */
export async function errorSentences(language: Language): Promise<ErrorSentences> {
  const answer = await fetch(browser.runtime.getURL(errorSentencesFile(language)));
  return (await answer.json()) as ErrorSentences; // our own build has written it
}
