/** Who may do what, printed from the doors of all features. */
import type { Actor, Feature } from '../../platform/feature.ts';
import { roles, type Role } from './roles.ts';

export interface RolesLine {
  readonly feature: string;
  readonly act: string;
  /** In the order of `roles`. */
  readonly roles: readonly Role[];
}

/** One line per act, in the order of the plan. */
export function rolesTable(features: readonly Pick<Feature, 'name' | 'acts'>[]): RolesLine[] {
  return features.flatMap(({ name, acts }) =>
    Object.entries(acts ?? {}).map(([act, may]) => ({ feature: name, act, roles: roles.filter((role) => may.includes(role)) })));
}

/** The names of everything that an actor's role may; the program may everything. */
export function actsOf(features: readonly Pick<Feature, 'name' | 'acts'>[], actor: Pick<Actor, 'kind' | 'role'>): string[] {
  return rolesTable(features).filter((line) => actor.kind === 'program' || line.roles.includes(actor.role as Role)).map((line) => line.act);
}
