import type { User } from './user';

/** A row of llx_societe, as far as it is played. Empty texts stand for NULL. */
export interface Party {
  readonly id: number;
  name: string;
  phone: string;
  phone_mobile: string;
  fax: string;
  email: string;
  address: string;
  zip: string;
  town: string;
  client: number;
  fournisseur: number;
  code_client: string;
  code_fournisseur: string;
  ref_ext: string;
  note_public: string;
  note_private: string;
  /** UTC epoch seconds. */
  readonly datec: number;
  tms: number;
  array_options: Record<string, string>;
}

/** A row of llx_socpeople. */
export interface Contact {
  readonly id: number;
  socid: number;
  firstname: string;
  lastname: string;
  poste: string;
  phone_pro: string;
  phone_perso: string;
  phone_mobile: string;
  fax: string;
  email: string;
  ref_ext: string;
  readonly datec: number;
  tms: number;
}

/** A row of llx_actioncomm. */
export interface AgendaEvent {
  readonly id: number;
  ownerId: number;
  /** AC_TEL …, or AC_OTH_AUTO for those Dolibarr makes itself. */
  type_code: string;
  label: string;
  /** HTML. */
  note: string;
  /** UTC epoch seconds. */
  datep: number;
  datef: number | undefined;
  percentage: number;
  socid: number;
  contact_id: number;
  location: string;
  /** Kept and filterable, never given back, never changed (section 4). */
  readonly ref_ext: string;
  email_msgid: string;
  tms: number;
}

export interface StoredFile {
  readonly modulepart: string;
  /** `2/x.wav` below the module's folder. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly date: number;
}

export interface State {
  readonly parties: Map<number, Party>;
  readonly contacts: Map<number, Contact>;
  readonly events: Map<number, AgendaEvent>;
  readonly users: Map<number, User>;
  readonly files: StoredFile[];
  /** Sales representatives: thirdparty → users. */
  readonly representatives: Map<number, Set<number>>;
  nextId(table: 'party' | 'contact' | 'event' | 'user'): number;
}

export function createState(): State {
  const parties = new Map<number, Party>();
  const contacts = new Map<number, Contact>();
  const events = new Map<number, AgendaEvent>();
  const users = new Map<number, User>();
  const tables = { party: parties, contact: contacts, event: events, user: users };
  const highest = { party: 0, contact: 0, event: 0, user: 0 };
  return {
    parties,
    contacts,
    events,
    users,
    files: [],
    representatives: new Map(),
    nextId(table) {
      // Like AUTO_INCREMENT: a number that was given once is not given again.
      highest[table] = Math.max(highest[table], ...tables[table].keys()) + 1;
      return highest[table];
    },
  };
}
