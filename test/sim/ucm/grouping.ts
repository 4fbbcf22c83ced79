import type { Leg, Row } from '../story/leg';
import { BLANK_LEG, oldLeg } from '../story/leg';

export interface Shape {
  /**
   * shifted: as in the one large real dump, every group holds the last row of the session before and lacks its own
   * last one (section 3.4). clean: one group a session. flat: no groups.
   */
  readonly grouping: 'shifted' | 'clean' | 'flat';
  /** Whether a sub leg is an object or an array of one (section 3.2). */
  readonly subLegs: 'object' | 'array';
  /** Null elements among the entries and among the sub legs, now and then. */
  readonly nulls: boolean;
  /** The fields of a UCM63xx, or those a UCM6100 had. */
  readonly fields: 'full' | 'ucm6100';
  /** Rows name no recording; the action for one leg does (section 4.2). */
  readonly unnamedRecordings?: boolean;
}

/** The entries of one answer, in the UCM's manner (sections 3.2 and 3.4). */
export function entriesOf(page: readonly Row[], shape: Shape): unknown[] {
  const entries: unknown[] = [];
  const first = page[0]?.leg;
  for (const group of groupsOf(page, shape.grouping)) {
    if (shape.nulls && entries.length % 9 === 4) entries.push(null);
    const [alone] = group;
    if (alone && group.length === 1) entries.push({ cdr: '', ...written(alone.leg, shape) });
    else entries.push(grouped(group, shape, first));
  }
  return entries;
}

function groupsOf(page: readonly Row[], grouping: Shape['grouping']): Row[][] {
  if (grouping === 'flat') return page.map((row) => [row]);
  const groups: Row[][] = [];
  let session: string | undefined;
  page.forEach((row, place) => {
    // Shifted by one: what the next row's session is decides where this row goes.
    const owner = grouping === 'clean' ? row.leg.session : (page[place + 1]?.leg.session ?? '\u0000end');
    if (owner !== session || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(row);
    session = owner;
  });
  return groups;
}

/** `main_cdr` is made up: the page's first call in every one of them, and the plain sums of the legs. */
function grouped(group: readonly Row[], shape: Shape, first: Leg | undefined): Record<string, unknown> {
  const sum = (field: 'duration' | 'billsec') =>
    String(group.reduce((total, row) => total + Number(row.leg[field]), 0));
  const blank = Object.fromEntries(Object.keys(BLANK_LEG).map((field) => [field, '']));
  const entry: Record<string, unknown> = {
    cdr: '',
    main_cdr: {
      ...blank,
      src: first?.src ?? '',
      dst: first?.dst ?? '',
      start: first?.start ?? '',
      duration: sum('duration'),
      billsec: sum('billsec'),
      session: first?.session ?? '',
      action_type: 'DIAL',
    },
  };
  group.forEach((row, place) => {
    const leg = written(row.leg, shape);
    entry[`sub_cdr_${place + 1}`] = shape.subLegs === 'array' ? [leg] : leg;
  });
  if (shape.nulls && group.length % 3 === 0) entry[`sub_cdr_${group.length + 1}`] = null;
  return entry;
}

function written(leg: Leg, shape: Shape) {
  const told = shape.unnamedRecordings ? { ...leg, recordfiles: '', recordfiles_desc: '' } : leg;
  return shape.fields === 'full' ? told : oldLeg(told);
}
