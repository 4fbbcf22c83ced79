import type { GroupFigures, StatisticsAnswer } from '../../lib/questions/statistics';
import type { CallsWords } from './calls-words';
import type { JournalView } from './journal-filter';
import { measures, written } from './measures';
import { journalAddress } from './route';
import type { StatisticsView } from './statistics-view';

interface GroupsProps {
  answer: Pick<StatisticsAnswer, 'groups' | 'groupCount' | 'ungrouped'>;
  by: StatisticsView['by'];
  stretch: Partial<JournalView>;
  words: CallsWords;
}

/** Figures by extension, queue, number dialled, trunk or party, most calls first; each leads to its calls. */
export function Groups({ answer, by, stretch, words }: GroupsProps) {
  const { statistics, say } = words;
  const { groups, groupCount: count, ungrouped } = answer;
  const most = Math.max(1, ...groups.map(({ calls }) => calls));
  return (
    <div class="wide-table">
      <table class="groups">
        <caption class="unseen">{statistics.by[by]}</caption>
        <thead>
          <tr>
            <th scope="col">{statistics.by[by]}</th>
            {measures.map(({ name }) => (
              <th key={name} scope="col">
                {statistics.figure[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.value}>
              <th scope="row" style={{ '--share': `${(group.calls / most) * 100}%` }}>
                {nameOf(group, by, words)}
              </th>
              {measures.map((measure) => (
                <td key={measure.name}>
                  {measure.value(group) ? (
                    <a href={journalAddress({ ...stretch, [by]: group.value || 'none', ...measure.behind })}>
                      {written(measure, group, words)}
                    </a>
                  ) : (
                    <span class="quiet">–</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {ungrouped > 0 && (
        <p class="quiet">{say(statistics.ungrouped, { count: ungrouped, shown: words.count(ungrouped) })}</p>
      )}
      {count > groups.length && (
        <p class="quiet">{say(statistics.most, { count: groups.length, all: words.count(count) })}</p>
      )}
    </div>
  );
}

export function nameOf(
  { value, label }: Pick<GroupFigures, 'value' | 'label'>,
  by: StatisticsView['by'],
  words: CallsWords,
) {
  const { statistics } = words;
  if (value === '') return statistics.without[by];
  return value === 'several' ? statistics.several : label;
}
