import { DESKS, HOUSE } from '../story/house';
import { offsetText, type Zone } from '../story/zone';

type Listing = (now: number, zone: Zone) => Record<string, unknown>;

/** The read actions that need no parameters (section 1.1). */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  getSystemStatus: (now, zone) => {
    const [date = '', clock = ''] = zone.text(Math.floor(now)).split(' ');
    return {
      'up-time': '12 days 03:14:15',
      'idle-time': '11 days',
      'system-time': `${date.split('-').reverse().join('-')} ${clock} UTC${offsetText(zone.offsetAt(Math.floor(now)))}`,
      'serial-number': '20EZ000000000001',
      mac: '00:0B:82:00:00:01',
      'part-number': '9620002312A',
    };
  },
  getSystemGeneralStatus: () => ({
    'product-model': 'UCM6302  V1.2B',
    'prog-version': '1.0.21.9',
    'boot-version': '1.0.21.1',
    'core-version': '1.0.21.2',
    'base-version': '1.0.21.4',
  }),
  listAccount: () => ({
    account: DESKS.map((desk) => ({
      extension: desk.extension,
      fullname: desk.name,
      account_type: 'SIP',
      status: desk.extension === '205' ? 'Unavailable' : 'Idle',
      addr: desk.extension === '205' ? '-' : `${desk.address} (${desk.device})`,
      out_of_service: 'no',
      user_name: desk.extension,
    })),
    total_item: DESKS.length,
    total_page: 1,
    page: 1,
  }),
  listQueue: () => ({
    queue: [{ extension: HOUSE.queue, queue_name: 'Accueil clients', members: '201,202,203', strategy: 'ringall' }],
    total_item: 1,
    total_page: 1,
    page: 1,
  }),
  listRingGroup: () => ({
    ringgroup: [{ extension: HOUSE.group, ringgroup_name: 'Bureau', members: '201,202,203,204' }],
    total_item: 1,
    total_page: 1,
    page: 1,
  }),
};
