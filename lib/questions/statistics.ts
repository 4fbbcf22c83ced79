import type { CallFigures, DayFigures } from '../calls/statistics';

/** What calls can be put together by: who of ours talked, what took it, the number dialled, its trunk, whose number it is. */
export type GroupBy = 'extension' | 'through' | 'did' | 'trunk' | 'party';

export interface StatisticsAsked {
  /** UTC epoch seconds, `until` exclusive */
  from: number;
  until: number;
  /** start of the stretch that ends at `from` and is put beside the period */
  before: number;
  /** the person's time zone: `Europe/Paris` */
  zone: string;
  /** no groups when left out */
  by?: GroupBy;
}

export interface GroupFigures extends CallFigures {
  /** as the journal's filter of the same name takes it; '' for the calls without one */
  value: string;
  /** as shown: a party's name, a number as one writes it; '' with `value`, and for several parties */
  label: string;
}

export interface StatisticsAnswer extends CallFigures {
  before: CallFigures;
  days: DayFigures[];
  /** calls by hour of the week of the zone's clocks: Monday 0 h first, 24 a day */
  heat: number[];
  /** most calls first, at most 100 */
  groups: GroupFigures[];
  /** groups with calls, also those that are left out */
  groupCount: number;
  /** calls of the period of which it is not known yet: older rules kept them, and the next run reads them again */
  ungrouped: number;
}

/** Questions of the view of statistics, part of the contract (./questions). */
export interface StatisticsQuestions {
  'own.statistics': { asked: StatisticsAsked; answered: StatisticsAnswer };
}
