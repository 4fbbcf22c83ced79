import type { StateStore } from './state';

/** Who has which extension, queue and ring group of the UCM, as it was read last. */
export interface KeptStaff {
  /** UTC epoch ms */
  at: number;
  named: { number: string; name: string }[];
}

/** Names by extension; '' for one that is known and bears none. */
export type StaffNames = ReadonlyMap<string, string>;

export interface StaffStore {
  /** as kept; undefined before the first reading of this UCM */
  read(): Promise<KeptStaff | undefined>;
  /** Resolves to whether anything but the time is other than before. */
  write(staff: KeptStaff): Promise<boolean>;
  forget(): Promise<void>;
  names(): Promise<StaffNames>;
}

const STAFF = 'staff';

export function createStaffStore(state: StateStore): StaffStore {
  let names: Promise<StaffNames> | undefined;

  const read = async () => (await state.read(STAFF)) as KeptStaff | undefined; // written below alone

  return {
    read,
    async write(staff) {
      const before = await read();
      await state.write(STAFF, staff);
      names = undefined;
      return JSON.stringify(before?.named ?? []) !== JSON.stringify(staff.named);
    },
    async forget() {
      await state.write(STAFF, undefined);
      names = undefined;
    },
    names() {
      if (!names) {
        names = read().then((kept) => new Map(kept?.named.map(({ number, name }) => [number, name])));
        names.catch(() => {
          names = undefined;
        });
      }
      return names;
    },
  };
}
