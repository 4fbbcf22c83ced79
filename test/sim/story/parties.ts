/** A thirdparty of the story's Dolibarr. Numbers are as somebody typed them, not tidied. */
export interface StoryParty {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly phoneMobile: string;
  readonly fax: string;
  readonly email: string;
  readonly address: string;
  readonly zip: string;
  readonly town: string;
  /** 0 none, 1 customer, 2 prospect, 3 both. */
  readonly client: 0 | 1 | 2 | 3;
  readonly supplier: boolean;
}

export interface StoryContact {
  readonly id: number;
  readonly partyId: number;
  readonly firstname: string;
  readonly lastname: string;
  readonly position: string;
  readonly phonePro: string;
  readonly phonePerso: string;
  readonly phoneMobile: string;
  readonly email: string;
}

/** Id of the Garage Lefèvre, the thirdparty with a life. */
export const MAIN_PARTY = 1;

const none = { phone: '', phoneMobile: '', fax: '', email: '', address: '', supplier: false } as const;

export const PARTIES: readonly StoryParty[] = [
  {
    id: 1,
    name: 'Garage Lefèvre',
    phone: '0199004712',
    phoneMobile: '0639981234',
    fax: '0199004719',
    email: 'contact@garage-lefevre.example',
    address: '12 rue des Forges',
    zip: '49100',
    town: 'Angers',
    client: 1,
    supplier: false,
  },
  {
    ...none,
    id: 2,
    name: "À la Mie d'Or",
    phone: '02.61.91.40.20',
    zip: '44000',
    town: 'Nantes',
    client: 1,
    email: 'bonjour@miedor.example',
    address: '3 place du Marché',
  },
  { ...none, id: 3, name: 'SCI Les Tilleuls & Fils', phone: '03 53 01 11 87', zip: '54000', town: 'Nancy', client: 1 },
  {
    ...none,
    id: 4,
    name: 'Mairie de Saint-Aubin',
    phone: '+33465712200',
    zip: '34000',
    town: 'Saint-Aubin',
    client: 2,
  },
  {
    ...none,
    id: 5,
    name: 'Scierie du Val',
    phone: '05-36-49-33-44',
    zip: '40000',
    town: 'Mont-de-Marsan',
    client: 0,
    supplier: true,
  },
  {
    ...none,
    id: 6,
    name: 'Quincaillerie Rousseau',
    phone: '0033199005151',
    zip: '75011',
    town: 'Paris',
    client: 1,
    supplier: true,
  },
  {
    ...none,
    id: 7,
    name: 'Café <img src=x onerror=alert(1)>',
    phone: '0261917788',
    zip: '35000',
    town: 'Rennes',
    client: 1,
  },
  {
    ...none,
    id: 8,
    name: '=1+1 Conseil',
    phone: '',
    phoneMobile: '06 39 98 50 01',
    zip: '69003',
    town: 'Lyon',
    client: 3,
  },
  {
    ...none,
    id: 9,
    name: 'Studio Nguyễn 🏠',
    phone: '+33 (0)6 39 98 60 02',
    zip: '33000',
    town: 'Bordeaux',
    client: 2,
  },
  { ...none, id: 10, name: 'Hôtel "Le Cèdre"', phone: '04/65/71/99/00', zip: '06000', town: 'Nice', client: 1 },
  { ...none, id: 11, name: 'Clinique Bellevue', phone: '0536490101', zip: '31000', town: 'Toulouse', client: 1 },
  { ...none, id: 12, name: 'Résidence Bellevue', phone: '05 36 49 01 01', zip: '31000', town: 'Toulouse', client: 1 },
  { ...none, id: 13, name: 'Transports Garnier', zip: '59000', town: 'Lille', client: 2 },
];

const quiet = { phonePro: '', phonePerso: '', phoneMobile: '', email: '' } as const;

export const CONTACTS: readonly StoryContact[] = [
  {
    ...quiet,
    id: 1,
    partyId: 1,
    firstname: 'Paul',
    lastname: 'Lefèvre',
    position: 'Gérant',
    phonePro: '0199004712',
    phoneMobile: '06 39 98 12 35',
  },
  {
    ...quiet,
    id: 2,
    partyId: 1,
    firstname: 'Sophie',
    lastname: 'Lefèvre',
    position: 'Comptable',
    phonePro: '01 99 00 47 13',
    email: 'sophie@garage-lefevre.example',
  },
  {
    ...quiet,
    id: 3,
    partyId: 2,
    firstname: 'Inès',
    lastname: 'Petit',
    position: 'Boulangère',
    phoneMobile: '0639982020',
  },
  { ...quiet, id: 4, partyId: 3, firstname: 'Marc', lastname: "O'Brien", position: 'Syndic', phonePro: '0353011187' },
  {
    ...quiet,
    id: 5,
    partyId: 4,
    firstname: 'Odile',
    lastname: 'Renaud',
    position: 'Services techniques',
    phonePro: '+33 4 65 71 22 01',
  },
  { ...quiet, id: 6, partyId: 5, firstname: 'Jean', lastname: 'Dubois', position: 'Ventes', phoneMobile: '0639983344' },
  { ...quiet, id: 7, partyId: 6, firstname: 'Luc', lastname: 'Rousseau', position: '', phonePerso: '0199005152' },
  {
    ...quiet,
    id: 8,
    partyId: 9,
    firstname: 'Linh',
    lastname: 'Nguyễn',
    position: 'Architecte',
    phoneMobile: '+33639986002',
  },
  { ...quiet, id: 9, partyId: 10, firstname: 'Ana', lastname: 'García', position: 'Réception', phonePro: '0465719901' },
  {
    ...quiet,
    id: 10,
    partyId: 13,
    firstname: 'Yves',
    lastname: 'Garnier',
    position: 'Dirigeant',
    phoneMobile: '0639987300',
  },
];

/**
 * The numbers of a thirdparty and its contacts, as their last nine digits: enough in France, where these tell a line
 * whatever stands before them (0, +33, 0033, the house's 9 for an outside line).
 */
export function numbersOf(partyId: number): Set<string> {
  const party = PARTIES.filter(({ id }) => id === partyId).flatMap((p) => [p.phone, p.phoneMobile]);
  const contacts = CONTACTS.filter((contact) => contact.partyId === partyId);
  const all = [...party, ...contacts.flatMap((c) => [c.phonePro, c.phonePerso, c.phoneMobile])];
  return new Set(all.map(lastNine).filter((digits) => digits.length === 9));
}

/** The last nine digits of a number as anybody may write it. */
export const lastNine = (number: string): string => number.replace(/\D/g, '').slice(-9);
