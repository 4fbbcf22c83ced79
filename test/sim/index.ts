export { type Certificate, createCertificate } from './certificate';
export { type DolibarrOptions, STRICT_CSP, type Version } from './dolibarr/options';
export { type Dolibarr, type DolibarrRequest, startDolibarr } from './dolibarr/server';
export { ALL_RIGHTS, SALES_RIGHTS, type User } from './dolibarr/user';
export type { Fault, Faults } from './faults';
export type { Call, Step } from './story/call';
export { DESKS, HOUSE } from './story/house';
export type { Leg, Row } from './story/leg';
export { legs, number } from './story/legs';
export { type ManyCalls, manyCalls, type ToldCall } from './story/many-calls';
export { parseLine, parseStory, type ReadingPlace } from './story/parse';
export {
  CONTACTS,
  lastNine,
  MAIN_PARTY,
  numbersOf,
  PARTIES,
  type StoryContact,
  type StoryParty,
} from './story/parties';
export { createPbx, type Pbx } from './story/pbx';
export { createRandom } from './story/random';
export { tell } from './story/tell';
export { theStory } from './story/the-story';
export { type Kind, type Outcome, type Truth, truth } from './story/truth';
export { createZone, type Zone } from './story/zone';
export type { UcmRequest } from './ucm/log';
export { UCM_PASSWORD, UCM_USER, type UcmOptions } from './ucm/options';
export { tone } from './ucm/recordings';
export { startUcm, type Ucm } from './ucm/server';
