import type { Contact, Party } from '../state';
import { asHtml, icon } from './html';
import type { Page } from './page';
import { phone } from './phone';

export interface Banner {
  readonly picture: string;
  readonly name: string;
  /** HTML of `.refidno`. */
  readonly about: string;
  readonly back: string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly status: string;
  /** The contacts tab has its banner without a line below. */
  readonly noBottom?: boolean;
}

/** `div.arearef` (section 7), the head of every card. */
export function banner(page: Page, of: Banner): string {
  const arrow = (href: string | undefined, side: 'left' | 'right') =>
    href === undefined
      ? `<li class="pagination"><span class="inactive">${icon(`chevron-${side}`, 'opacitymedium')}</span></li>`
      : `<li class="pagination"><a accesskey="${side === 'left' ? 'p' : 'n'}" href="${asHtml(href)}">${icon(`chevron-${side}`)}</a></li>`;
  return `<!-- Start banner content --><div class="${of.noBottom ? 'arearefnobottom' : 'arearef heightref valignmiddle centpercent'}">
<div class="pagination paginationref"><ul class="right"><li class="noborder litext clearbothonsmartphone"><a href="${asHtml(of.back)}">${asHtml(page.words.back)}</a></li>${arrow(of.previous, 'left')}${arrow(of.next, 'right')}</ul></div>
<div class="statusref"><span class="badge badge-status4 badge-status">${asHtml(of.status)}</span></div>
<div class="inline-block floatleft valignmiddle maxwidth750 marginbottomonly refid refidpadding"><div class="floatleft inline-block valignmiddle divphotoref"><div class="photoref">${icon(of.picture)}</div></div>
<div class="inline-block floatleft valignmiddle"><div class="inline-block refname">${asHtml(of.name)}</div>
<div class="refidno">${of.about}</div></div></div>
</div><!-- End banner content -->
`;
}

/** Address, numbers and e-mail, as below a thirdparty's name. */
export function partyAbout(page: Page, party: Party): string {
  const address = [party.address, [party.zip, party.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  // The mobile's column came with version 20.
  const mobile = page.instance.version >= 20 ? phone(page, party.phone_mobile, 'mobile') : '';
  const numbers = phone(page, party.phone, 'phone') + mobile + phone(page, party.fax, 'fax');
  return `<div class="refaddress">${icon('map-marker-alt')} ${asHtml(address)}, France</div>
<div>${numbers}</div>${mail(party.email)}`;
}

const mail = (email: string) =>
  email === '' ? '' : `<div>${icon('at')} <a href="mailto:${asHtml(email)}">${asHtml(email)}</a></div>`;

export function contactAbout(page: Page, contact: Contact, party: Party | undefined): string {
  const numbers =
    phone(page, contact.phone_pro, 'phone') +
    phone(page, contact.phone_perso, 'phone') +
    phone(page, contact.phone_mobile, 'mobile');
  return `${party ? `<div>${partyLink(page, party)}</div>` : ''}<div>${numbers}</div>${mail(contact.email)}`;
}

/** A link to a thirdparty: from 20 on it says in data-params whom it means, before that in the address alone. */
export function partyLink(page: Page, party: Pick<Party, 'id' | 'name'>): string {
  const href = `${page.root}/societe/card.php?socid=${party.id}`;
  const label = `${icon('building', 'paddingright')} ${asHtml(party.name)}`;
  if (page.instance.version < 20)
    return `<a href="${href}" title="${asHtml(page.words.thirdParty)}: ${asHtml(party.name)}" class="classfortooltip refurl">${label}</a>`;
  const params = asHtml(JSON.stringify({ id: String(party.id), objecttype: 'societe' }));
  return `<a href="${href}" data-params="${params}" class="classforajaxtooltip refurl valignmiddle">${label}</a>`;
}
