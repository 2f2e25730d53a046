/**
 * What stands where on the front page and on the sections' fronts: the desk's choice in order, the first as the lead,
 * then, if it wants so, the newest. Announces `front.changed {id, version}`.
 */
import type { Feature } from '../../platform/feature.ts';
import { frontActs } from './acts.ts';
import { forgetFront } from './actions.ts';
import { frontsApi } from './api.ts';
import { words } from './words.ts';

export type { Front } from './front.ts';
export { frontSlots } from './store.ts';
export { setFront } from './actions.ts';

export const feature: Feature = {
  name: 'fronts',
  acts: frontActs,
  words,
  api: frontsApi,
  listeners: [{
    event: 'section.removed',
    hear: (house, { id }) => house.act({ kind: 'program', id: 'fronts', name: 'Broadsheet', role: null }, (tools) => forgetFront(tools, String(id))),
  }],
};
