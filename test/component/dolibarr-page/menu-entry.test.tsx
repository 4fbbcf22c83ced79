import { afterEach, describe, expect, it } from 'vitest';
import { addMenuEntry } from '../../../entrypoints/dolibarr.content/menu-entry';

afterEach(() => {
  document.body.innerHTML = '';
});

/** The menu as 24 and as 14 write it: the sign is an element, or drawn by a rule. */
const menu = (sign: string) => `<header id="id-top"><ul class="tmenu">
  <li class="tmenusel" id="mainmenutd_tools"><div class="tmenucenter">
    <a class="tmenuimage tmenu" tabindex="-1" href="/core/tools.php" title="Outils"><div class="mainmenu tools topmenuimage">${sign}</div></a>
    <a class="tmenulabel tmenusel" id="mainmenua_tools" href="/core/tools.php" title="Outils"><span class="mainmenuaspan">Outils</span></a></div></li>
  <li class="tmenuend" id="mainmenutd_"><div class="tmenucenter"></div></li></ul></header>`;

const entries = () => [...document.querySelectorAll('ul.tmenu > li')].map(({ id }) => id);

describe('the entry in Dolibarr’s top menu', () => {
  it.each(['<span class="fas fa-tools"></span>', '<span class="mainmenu tmenuimage" id="mainmenuspan_tools"></span>'])(
    'is the last one, made like the others, and not lit: %s',
    (sign) => {
      document.body.innerHTML = menu(sign);
      const remove = addMenuEntry(document, 'Appels', 'Tous les appels', () => undefined);
      expect(entries()).toEqual(['mainmenutd_tools', 'mainmenutd_calls', 'mainmenutd_']);
      const entry = document.getElementById('mainmenutd_calls');
      expect(entry?.textContent.trim()).toBe('Appels');
      expect(entry?.outerHTML).not.toMatch(/tmenusel|tools/i);
      expect(entry?.querySelectorAll('.fa-phone-alt')).toHaveLength(1);
      remove();
      expect(entries()).toEqual(['mainmenutd_tools', 'mainmenutd_']);
    },
  );

  it('stands there once, whoever left one behind, and leads to our page instead of Dolibarr’s', () => {
    document.body.innerHTML = menu('<span class="fas fa-tools"></span>');
    let pressed = 0;
    for (const _ of [1, 2]) {
      addMenuEntry(document, 'Appels', 'Tous les appels', () => {
        pressed++;
      });
    }
    expect(entries()).toEqual(['mainmenutd_tools', 'mainmenutd_calls', 'mainmenutd_']);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    document.querySelector('#mainmenutd_calls a.tmenulabel')?.dispatchEvent(click);
    expect(pressed).toBe(1);
    expect(click.defaultPrevented).toBe(true);
  });

  it('is not made where there is no menu', () => {
    document.body.innerHTML = '<div class="fiche"></div>';
    addMenuEntry(document, 'Appels', '', () => undefined)();
    expect(document.getElementById('mainmenutd_calls')).toBeNull();
  });
});
