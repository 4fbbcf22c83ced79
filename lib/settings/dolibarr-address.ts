import { addressIn } from './pasted-text';

/** What lies directly below Dolibarr's root (folders of 14 to 24): pages, API, theme. */
const folders = new Set(
  (
    'accountancy adherents admin ai api asset asterisk barcode blockedlog bom bookcal bookmarks categories collab ' +
    'comm commande compta conf contact contrat core cron custom datapolicy dav debugbar delivery document don ecm ' +
    'emailcollector eventorganization expedition expensereport exports externalsite fichinter fourn ftp holiday hrm ' +
    'imports includes install intracommreport knowledgemanagement livraison loan mailmanspip margin modulebuilder ' +
    'mrp multicurrency opensurvey partnership paybox paypal printing product projet public reception recruitment ' +
    'resource salaries societe stripe subtotals supplier_proposal support takepos theme ticket user variants webhook ' +
    'webportal webservices website workstation zapier'
  ).split(' '),
);

/** The same, when it stands below one of them: then the upper one is the folder that Dolibarr was put into. */
const unmistakable = new Set(['societe', 'contact', 'comm', 'compta', 'projet', 'product', 'theme', 'custom']);

/** Folders with names of modules or of anything in them, which say nothing about the root. */
const containers = new Set(['custom', 'core', 'includes', 'public', 'api', 'theme', 'install']);

/** Pages that lie in the root itself. */
const rootFiles = new Set(['index.php', 'document.php', 'viewimage.php', 'robots.txt', 'favicon.ico']);

/**
 * Where the Dolibarr of a pasted page may lie: addresses without a slash at the end, the most likely first;
 * to be tried in this order (`/status`). Query, fragment, user name and password are dropped; without a scheme
 * https comes before http. Undefined for what is no http(s) address.
 */
export function dolibarrRoot(pasted: string): string[] | undefined {
  const urls = urlsOf(pasted);
  const first = urls[0];
  if (!first) return undefined;
  const paths = rootPaths(first.pathname);
  return urls.flatMap((url) => paths.map((path) => url.origin + path));
}

function urlsOf(pasted: string): URL[] {
  const text = addressIn(pasted);
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? [new URL(text)] : [];
  // `erp.example/dolibarr`, `localhost:8080`, the name of a machine in the house; no `mailto:` and no sentence
  if (!/^(?:[^\s:/?#@]+\.[^\s:/?#@]+|\[[0-9a-f:]+\]|[a-z][\w-]*)(?::\d{1,5})?(?:[/?#]\S*)?$/i.test(text)) return [];
  return ['https', 'http']
    .map((scheme) => `${scheme}://${text}`)
    .flatMap((url) => (URL.canParse(url) ? [new URL(url)] : []));
}

function rootPaths(pathname: string): string[] {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const cuts: number[] = [];
  const leftmost = segments.findIndex((segment) => isBelowRoot(segment));
  if (leftmost >= 0) {
    const upper = segments[leftmost] ?? '';
    const lower = segments[leftmost + 1] ?? '';
    if (!containers.has(upper) && unmistakable.has(lower)) cuts.push(leftmost + 1);
    cuts.push(leftmost);
    for (let at = leftmost + 1; at < segments.length; at++) if (isBelowRoot(segments[at] ?? '')) cuts.push(at);
  }
  // nothing known, or it was the name of a folder by chance: from the page's folder upwards
  const isFile = /\.\w{2,5}$/.test(segments.at(-1) ?? '');
  for (let at = leftmost >= 0 ? leftmost : segments.length - (isFile ? 1 : 0); at >= 0; at--) cuts.push(at);
  return [...new Set(cuts)].slice(0, 6).map((cut) =>
    segments
      .slice(0, cut)
      .map((segment) => `/${segment}`)
      .join(''),
  );
}

function isBelowRoot(segment: string): boolean {
  return folders.has(segment) || rootFiles.has(segment);
}
