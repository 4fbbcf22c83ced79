import { DESKS, HOUSE } from '../story/house';
import { offsetText, type Zone } from '../story/zone';

type Request = Readonly<Record<string, unknown>>;
type Listing = (now: number, zone: Zone, request: Request) => Record<string, unknown>;

/** The rows of a page: 30 unless `item_num` asks for others, in the order of `sidx`, with the fields of `options` alone. */
function paged(name: string, rows: readonly Record<string, string>[], request: Request): Record<string, unknown> {
  const size = Math.max(1, Number(request['item_num'] ?? 30) || 30);
  const page = Math.max(1, Number(request['page'] ?? 1) || 1);
  const order = String(request['sidx'] ?? 'extension');
  const fields = typeof request['options'] === 'string' ? request['options'].split(',') : undefined;
  const sorted = [...rows].sort((one, other) => (one[order] ?? '').localeCompare(other[order] ?? ''));
  if (request['sord'] === 'desc') sorted.reverse();
  return {
    [name]: sorted
      .slice((page - 1) * size, page * size)
      .map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => fields?.includes(field) ?? true))),
    total_item: rows.length,
    total_page: Math.ceil(rows.length / size),
    page,
  };
}

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
  listAccount: (_now, _zone, request) =>
    paged(
      'account',
      DESKS.map((desk) => ({
        extension: desk.extension,
        fullname: desk.name,
        account_type: 'SIP',
        status: desk.extension === '205' ? 'Unavailable' : 'Idle',
        addr: desk.extension === '205' ? '-' : `${desk.address} (${desk.device})`,
        out_of_service: 'no',
        user_name: desk.extension,
      })),
      request,
    ),
  listQueue: (_now, _zone, request) =>
    paged(
      'queue',
      [{ extension: HOUSE.queue, queue_name: 'Accueil clients', members: '201,202,203', strategy: 'ringall' }],
      request,
    ),
  listRingGroup: (_now, _zone, request) =>
    paged('ringgroup', [{ extension: HOUSE.group, ringgroup_name: 'Bureau', members: '201,202,203,204' }], request),
};
