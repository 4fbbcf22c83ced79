import type { DetachedWindowAPI } from 'happy-dom';

/** Pages as Dolibarr builds them (section 7 of the notes): only what the tab and the panel meet. */

const head = (root: string): string => `
  <meta name="author" content="Dolibarr Development Team">
  <link rel="stylesheet" href="${root}/theme/eldy/style.css.php?lang=fr_FR&theme=eldy&userid=3&entity=1&version=23.0.0">`;

const tab = (id: string, href: string, label: string, active = false): string => `
  <div class="inline-block tabsElem${active ? ' tabsElemActive' : ''}"><!-- id tab = ${id} -->
    <div class="tab ${active ? 'tabactive' : 'tabunactive'}" style="margin: 0 !important">
      <a id="${id}" class="tab inline-block valignmiddle" href="${href}">${label}</a></div></div>`;

const root = '/dolibarr';

/** happy-dom's own controls. */
const { happyDOM } = globalThis as unknown as { happyDOM: DetachedWindowAPI }; // it types them nowhere
happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;

function show(path: string, bar: string, below: string): void {
  happyDOM.setURL(`https://erp.example${root}${path}`);
  document.documentElement.lang = 'fr';
  document.head.innerHTML = head(root);
  document.body.id = 'mainbody';
  document.body.innerHTML = `<div id="id-container"><div id="id-right"><div class="fiche">
    <div class="tabs" data-role="controlgroup">${bar}</div>${below}</div></div></div>`;
}

const banner = '<div class="arearef heightref"><div class="refid">Garage Lefèvre</div></div>';
const fiche = `<div id="dragDropAreaTabBar" class="tabBar">${banner}
    <div class="underbanner clearboth"></div>
    <div class="fichecenter" style="display: flex !important;"><table class="border tableforfield"></table></div></div>
  <div class="tabsAction"><a class="butAction" href="#">Modifier</a></div>
  <div class="fichecenter" id="late" style="display: none;"></div><script></script>`;

/** The card of thirdparty 2 on a desk. */
export function showThirdparty(): void {
  show(
    '/societe/card.php?socid=2',
    tab('card', `${root}/societe/card.php?socid=2`, 'Tiers', true) +
      tab('note', `${root}/societe/note.php?id=2`, 'Notes') +
      tab('agenda', `${root}/societe/messaging.php?socid=2`, 'Événements/Agenda'),
    fiche,
  );
}

/** The notes of thirdparty 2, after something was done there. */
export function showNotes(): void {
  show(
    '/societe/note.php?id=2&action=update',
    tab('card', `${root}/societe/card.php?socid=2`, 'Tiers') +
      tab('note', `${root}/societe/note.php?id=2`, 'Notes', true),
    fiche,
  );
}

/** The card on a telephone: two tabs, the others under “…”. */
export function showTelephone(): void {
  show(
    '/societe/card.php?socid=2',
    `${tab('card', `${root}/societe/card.php?socid=2`, 'Tiers', true)}
     ${tab('contact', `${root}/societe/contact.php?id=2`, 'Contacts')}
     <div id="moretabscompany" class="inline-block tabsElem">
       <div class="tab"><a href="#" class="tab moretab inline-block tabunactive">... (7)</a></div>
       <div id="moretabsListcompany" style="position: absolute; left: -999em"><div class="popuptabset wordwrap">
         <div class="popuptab wordwrap" style="display:inherit"><a id="note" class="wordwrap inline-block" href="#">Notes</a></div>
       </div></div></div>`,
    fiche,
  );
}

/** The thirdparty being edited: a form without a banner. */
export function showEditForm(): void {
  show(
    '/societe/card.php?socid=2&action=edit',
    tab('card', `${root}/societe/card.php?socid=2`, 'Tiers', true),
    '<div class="tabBar"><form id="edit"><input type="hidden" name="socid" value="2"><input name="name"></form></div>',
  );
}

/** An invoice of thirdparty 2: its tabs are the invoice's. */
export function showInvoice(): void {
  show(
    '/compta/facture/card.php?facid=5',
    tab('compta', `${root}/compta/facture/card.php?facid=5`, 'Facture', true),
    `<div class="tabBar"><div class="arearef"><a href="${root}/societe/card.php?socid=2">Garage Lefèvre</a></div></div>`,
  );
}
