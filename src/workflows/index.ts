// Everything the worker can run; what is exported here becomes part of the bundle.
export { council } from './council/workflow';
export { periodicMeeting as 'periodic-meeting' } from './periodic-meeting/workflow';
export { dutyYear as 'duty-year' } from './duty-year/workflow';
export { pwcMeeting as 'pwc-meeting' } from './pwc-meeting/workflow';
export { outbox } from './outbox/workflow';
