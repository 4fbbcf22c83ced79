import { HOUSE } from '../../story/house';
import { asHtml } from './html';
import type { Page } from './page';
import { head } from './shell';

/** The login page; a session that has run out gets it with 200 in place of whatever was asked (section 7). */
export function loginPage(page: Omit<Page, 'user'>, wrong: boolean): string {
  const { words, root, token } = page;
  return `${head(page, `Login - ${HOUSE.name}`, undefined)}<body class="body bodylogin">
<div class="login_center center"><div class="login_vertical_align">
<form id="login" name="login" method="post" action="${root}/index.php?mainmenu=home">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="actionlogin" value="login">
<div class="login_table_title center">${asHtml(HOUSE.name)}</div>
<div class="login_table">
${wrong ? `<div class="error">${asHtml(words.wrongLogin)}</div>` : ''}
<label for="username" class="hidden">${asHtml(words.user)}</label><input type="text" id="username" name="username" placeholder="${asHtml(words.user)}" autocomplete="off">
<label for="password" class="hidden">${asHtml(words.password)}</label><input type="password" id="password" name="password" placeholder="${asHtml(words.password)}" autocomplete="off">
<input type="submit" class="button" value="${asHtml(words.signIn)}"></div>
</form></div></div>
</body>
</html>
`;
}
