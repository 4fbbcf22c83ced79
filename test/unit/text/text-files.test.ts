import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type TextsWorld, textFiles, textsFile } from '../../../lib/text/text-files';
import { catalogueOf, catalogues } from '../../catalogues';

/** The extension's world of a page in which the file of one script and language was run. */
function worldAfter(catalogue: ReturnType<typeof catalogueOf>, script: 'panel' | 'aside') {
  const path = textsFile(script, catalogue.language);
  const { contents } = textFiles(catalogue).find((file) => file.path === path) ?? { contents: '' };
  const world: TextsWorld = {};
  const sentBack: unknown = runInNewContext(contents, world);
  return { world, sentBack };
}

describe('the texts of a content script', () => {
  it('come whole, in their language, with nothing that the script does not say', () => {
    const fr = catalogueOf('fr');
    const { callsPanelTexts: panel } = worldAfter(fr, 'panel').world;
    expect(panel).toEqual({
      language: 'fr',
      call: fr.call,
      errors: fr.errors,
      common: fr.common,
      rights: fr.rights,
      panel: fr.panel,
      player: fr.player,
      notes: fr.notes,
      addNumber: fr.addNumber,
    });
    const { callsAsideTexts: aside } = worldAfter(fr, 'aside').world;
    expect(aside).toEqual({ language: 'fr', call: fr.call, common: fr.common, aside: fr.aside });
  });

  it('are only ever text, whatever a language writes', () => {
    const strange = 'l’«\u00a0"\'`$\\\n\u2028</script><b>{count}\u0000😀';
    const en = catalogueOf('en');
    const invented = { ...en, panel: { ...en.panel, title: strange } };
    expect(worldAfter(invented, 'panel').world.callsPanelTexts?.panel.title).toBe(strange);
  });

  it('name the extension in the browser’s own lists, shortly enough for its stores', () => {
    for (const catalogue of catalogues) {
      const path = `_locales/${catalogue.language}/messages.json`;
      const messages = JSON.parse(textFiles(catalogue).find((file) => file.path === path)?.contents ?? '');
      expect(messages).toEqual({
        name: { message: catalogue.manifest.name },
        description: { message: catalogue.manifest.description },
      });
      expect(catalogue.manifest.name.length).toBeLessThanOrEqual(75);
      expect(catalogue.manifest.description.length).toBeLessThanOrEqual(132);
    }
  });

  it('are not sent back to the background that injects them', () => {
    expect(worldAfter(catalogueOf('en'), 'panel').sentBack).toBeUndefined();
  });
});
