/** What is evaluated in a page of the extension, as `bench`. */
export { beginFill, endFill, fillTexts, parseTexts, tellDays } from './fill';
export { choicesFloor, exportFloor, filterFloor, readKept, searchFloor, statisticsFloor } from './journal-floors';
export { keepCalls } from './keep';
export { filterPass, loadMillion, searchPass, statisticsPass } from './passes';
