/** A Dolibarr user and what he may do. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly admin: boolean;
  readonly key: string;
  readonly password: string;
  /** `societe.lire`, `societe.client.voir`, `agenda.myactions.create` … */
  readonly rights: Set<string>;
  disabled: boolean;
}

/** Everything, as an administrator who was given all rights. */
export const ALL_RIGHTS = [
  'societe.lire',
  'societe.creer',
  'societe.supprimer',
  'societe.export',
  'societe.client.voir',
  'societe.contact.lire',
  'societe.contact.creer',
  'societe.contact.supprimer',
  'agenda.myactions.read',
  'agenda.myactions.create',
  'agenda.myactions.delete',
  'agenda.allactions.read',
  'agenda.allactions.create',
  'agenda.allactions.delete',
  'ecm.upload',
  'user.self.creer',
  'user.user.lire',
  'facture.lire',
];

/** A plain sales user: no look at his own rights, no deleting, only his own events (sections 1 and 4). */
export const SALES_RIGHTS = [
  'societe.lire',
  'societe.creer',
  'societe.client.voir',
  'societe.contact.lire',
  'societe.contact.creer',
  'agenda.myactions.read',
  'agenda.myactions.create',
];

export const may = (user: User, right: string): boolean => user.rights.has(right);

/** `{societe: {lire: 1, client: {voir: 1}}}`: a missing key is a missing right. */
export function nestedRights(user: User): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const right of user.rights) {
    const steps = right.split('.');
    const leaf = steps.pop() ?? '';
    let branch = tree;
    for (const step of steps) {
      const next = branch[step] ?? {};
      branch[step] = next;
      branch = next as Record<string, unknown>; // branches are only made one line above
    }
    branch[leaf] = 1;
  }
  return tree;
}
