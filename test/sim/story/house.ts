/** The small company whose telephone system the story is about. */
export const HOUSE = {
  name: 'Menuiserie Duval',
  /** Its main number, and the direct number of the workshop. */
  did: '0199001234',
  secondDid: '0199001240',
  group: '6400',
  queue: '6500',
  ivr: '7000',
  conference: '6300',
  /** Digit dialled to get an outside line on the old desk phones. */
  outsidePrefix: '9',
} as const;

export interface Desk {
  readonly extension: string;
  readonly name: string;
  readonly device: string;
  readonly address: string;
}

export const DESKS: readonly Desk[] = [
  { extension: '201', name: 'Accueil', device: 'GXP2160', address: '192.168.80.201:5060' },
  { extension: '202', name: 'Hélène Duval', device: 'GRP2615', address: '192.168.80.202:14152' },
  { extension: '203', name: 'Claire Morel', device: 'GRP2615', address: '192.168.80.203:5060' },
  { extension: '204', name: 'Atelier', device: 'WP820', address: '192.168.80.204:5062' },
  { extension: '205', name: 'Fax', device: 'HT801', address: '192.168.80.205:5060' },
  { extension: '206', name: 'Karim Benali', device: 'GXP2160', address: '192.168.80.206:5060' },
];
