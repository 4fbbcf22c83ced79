import { VERSION_TEXT } from '../options';
import { asHtml, icon } from './html';
import { DEFAULT_LANGUAGE, type Page } from './page';

/** Where the style sheet is, with everything its address tells (section 7): language, theme, user, entity, version. */
export function assetQuery(page: Pick<Page, 'instance'>, userId: number | undefined): string {
  const { version, options } = page.instance;
  const user = userId === undefined ? '' : `&userid=${userId}`;
  return `lang=${options.language ?? DEFAULT_LANGUAGE}&theme=${options.theme ?? 'eldy'}${user}&entity=1&layout=classic&version=${VERSION_TEXT[version]}`;
}

/** The document's head. */
export function head(page: Omit<Page, 'user'>, title: string, userId: number | undefined): string {
  const { version, options } = page.instance;
  const language = options.language ?? DEFAULT_LANGUAGE;
  const query = asHtml(assetQuery(page, userId));
  const csrf =
    version >= 20
      ? `<meta name="anti-csrf-newtoken" content="${page.token}">\n<meta name="anti-csrf-currenttoken" content="${page.token}">\n`
      : '';
  return `<!doctype html>
<html lang="${language.slice(0, 2)}">
<head>
<meta charset="UTF-8">
<meta name="robots" content="noindex,nofollow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="Dolibarr Development Team">
${csrf}<title>${asHtml(title)}</title>
<link rel="stylesheet" type="text/css" href="${page.root}/theme/${options.theme ?? 'eldy'}/style.css.php?${query}">
<script src="${page.root}/core/js/lib_head.js.php?${query}"></script>
</head>
`;
}

/** A whole page around what stands in `div.fiche`. */
export function shell(page: Page, title: string, fiche: string, menu: string): string {
  const { query, user, root, instance } = page;
  const print = query.get('optioncss') === 'print';
  const popup = query.has('dol_openinpopup');
  const bare = popup || query.get('dol_hide_topmenu') === '1';
  const narrow = popup || query.get('dol_hide_leftmenu') === '1';
  return `${head(page, title, user.id)}<body id="mainbody" class="sidebar-collapse${print ? ' optioncssprint' : ''}">
${bare ? '' : topMenu(page, menu)}<div id="id-container" class="id-container">
${narrow ? '' : `<div class="side-nav"><div id="id-left">${leftMenu(page, menu)}</div></div>\n`}<div id="id-right"><!-- Begin div class="fiche" -->
<div class="fiche">
${fiche}
</div></div></div>
<script src="${root}/core/js/lib_foot.js.php?${asHtml(assetQuery({ instance }, user.id))}"></script>
</body>
</html>
`;
}

function topMenu(page: Page, selected: string): string {
  const { words, root, user, instance } = page;
  const entries = [
    ['home', words.home, '/index.php', 'home'],
    ['companies', words.thirdParties, '/societe/list.php', 'building'],
    ['project', words.projects, '/projet/index.php', 'project-diagram'],
    ['commercial', words.commerce, '/comm/index.php', 'suitcase'],
    ['billing', words.billing, '/compta/index.php', 'file-invoice-dollar'],
    ['ecm', words.documents, '/ecm/index.php', 'folder-open'],
    ['agenda', words.agenda, '/comm/action/index.php', 'calendar-alt'],
    ['tools', words.tools, '/core/tools.php', 'tools'],
  ] as const;
  const items = entries.map(([name, text, path, sign]) => {
    const on = name === selected;
    const href = `${root}${path}?mainmenu=${name}`;
    return `<li class="${on ? 'tmenusel' : 'tmenu'}" id="mainmenutd_${name}"><div class="tmenucenter"><a class="tmenuimage" tabindex="-1" href="${href}" title="${asHtml(text)}"><div class="mainmenu ${name} topmenuimage">${icon(sign)}</div></a><a class="${on ? 'tmenusel' : 'tmenu'} tmenulabel" id="mainmenua_${name}" href="${href}"><span class="mainmenuaspan">${asHtml(text)}</span></a></div></li>`;
  });
  const full = `${user.firstname} ${user.lastname}`;
  return `<header id="id-top" class="side-nav-vert">
<div id="tmenu_tooltip" class="tmenu"><div class="tmenudiv"><ul role="navigation" class="tmenu">
<li class="tmenu menuhider nohover" id="mainmenutd_menu"><div class="tmenucenter"><a class="tmenuimage" tabindex="-1" href="#"><div class="mainmenu menu topmenuimage">${icon('bars')}</div></a><a class="tmenulabel" id="mainmenua_menu" href="#"><span class="mainmenuaspan"></span></a></div></li>
${items.join('\n')}
<li class="tmenuend" id="mainmenutd_"></li>
</ul></div></div>
<div class="login_block usedropdown"><div class="login_block_other"><div class="inline-block login_block_elem"><a href="?optioncss=print" title="Print">${icon('print')}</a></div><div class="inline-block login_block_elem"><span class="aversion">${VERSION_TEXT[instance.version]}</span></div></div>
<div class="login_block_user"><div class="inline-block login_block_elem"><div id="topmenu-login-dropdown" class="userimg atoplogin dropdown user user-menu inline-block"><a href="${root}/user/card.php?id=${user.id}" class="dropdown-toggle login-dropdown-a">${icon('user-circle')} <span class="hidden-xs maxwidth200 atoploginusername">${asHtml(user.firstname)}</span></a><div class="dropdown-menu"><div class="user-header"><p>${asHtml(full)} (${asHtml(user.login)})<br><small>${user.admin ? 'Administrator' : ''}</small></p></div><div class="user-footer"><a href="${root}/user/logout.php?token=${page.token}">Logout</a></div></div></div></div></div></div>
</header>
`;
}

function leftMenu(page: Page, selected: string): string {
  const { words, root } = page;
  const entries: readonly (readonly [string, string, string])[] =
    selected === 'home'
      ? [[words.welcome, '/index.php', 'chart-bar']]
      : [
          [words.thirdParty, '/societe/list.php', 'building'],
          [words.newThirdParty, '/societe/card.php?action=create', 'plus'],
          [words.list, '/societe/list.php', 'list'],
          [words.prospects, '/societe/list.php?type=p', 'list'],
          [words.customers, '/societe/list.php?type=c', 'list'],
          [words.contacts, '/contact/list.php', 'address-book'],
        ];
  const items = entries.map(
    ([text, path, sign]) =>
      `<div class="blockvmenu"><div class="menu_titre"><a class="vmenu" href="${root}${path}">${icon(sign)} ${asHtml(text)}</a></div></div>`,
  );
  return `<div class="vmenu"><div id="blockvmenusearch" class="blockvmenusearch">${icon('search')} <input type="text" placeholder="${asHtml(words.search)}" aria-label="${asHtml(words.search)}"></div>${items.join('')}</div>`;
}
