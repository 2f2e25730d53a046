/** The list of houses that may show something on our pages: switched on and off, added, taken away. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import type { Provider } from './embed.ts';
import { hostProblem, providerList } from './rules.ts';
import { deleteProvider, keptProviders, lockProviders, putProvider } from './store.ts';

export type ProviderFacts = Pick<Provider, 'name' | 'company' | 'hosts' | 'frameHosts' | 'endpoint'>;
type HostRefusal = Refused<'not-a-host' | 'own-house' | 'host-taken'>;

/** @param ours host of the publication itself */
export async function addProvider(tools: Tools, facts: ProviderFacts, ours: string): Promise<Provider | HostRefusal> {
  await lockProviders(tools.db);
  const provider: Provider = { ...facts, id: newId(), own: true, enabled: true, version: 1 };
  const problem = problemOf(provider, providerList(await keptProviders(tools.db)), ours);
  if (problem !== null) return problem;
  await putProvider(tools.db, provider);
  return tell(tools, provider, 'added');
}

export interface ProviderChange {
  readonly id: string;
  readonly version: number;
  readonly facts: Partial<ProviderFacts & Pick<Provider, 'enabled'>>;
}

/** Of those that the program knows, whether they are on and whose pages they are; of own additions everything. */
export async function changeProvider(tools: Tools, { id, version, facts }: ProviderChange, ours: string): Promise<Provider | HostRefusal | Refused<'no-such-provider' | 'changed-meanwhile'>> {
  await lockProviders(tools.db);
  const all = providerList(await keptProviders(tools.db));
  const provider = all.find((one) => one.id === id);
  if (provider === undefined) return refuse('no-such-provider');
  if (provider.version !== version) return refuse('changed-meanwhile');
  const { enabled = provider.enabled, hosts = provider.hosts } = facts;
  const changed: Provider = { ...provider, ...(provider.own ? facts : {}), enabled, hosts, version: version + 1 };
  const problem = problemOf(changed, all.filter((one) => one.id !== id), ours);
  if (problem !== null) return problem;
  await putProvider(tools.db, changed);
  return tell(tools, changed, 'changed');
}

/** What was embedded from there becomes a link. */
export async function removeProvider(tools: Tools, { id }: { id: string }): Promise<Provider | Refused<'no-such-provider' | 'known-provider'>> {
  await lockProviders(tools.db);
  const provider = providerList(await keptProviders(tools.db)).find((one) => one.id === id);
  if (provider === undefined) return refuse('no-such-provider');
  if (!provider.own) return refuse('known-provider');
  await deleteProvider(tools.db, id);
  return tell(tools, provider, 'removed');
}

function problemOf({ hosts, frameHosts }: Provider, others: readonly Provider[], ours: string): HostRefusal | null {
  for (const host of [...hosts, ...frameHosts]) {
    const problem = hostProblem(host, ours);
    if (problem !== null) return problem;
  }
  const taken = hosts.find((host) => others.some((one) => one.hosts.includes(host)));
  return taken === undefined ? null : refuse('host-taken', { host: taken });
}

async function tell(tools: Tools, provider: Provider, what: 'added' | 'changed' | 'removed'): Promise<Provider> {
  await tools.record({ act: 'embed.provide', subject: `provider:${provider.id}`, detail: { what, enabled: provider.enabled } });
  await tools.announce({ event: 'providers.changed', facts: { id: provider.id }, tags: ['embeds'] });
  return provider;
}
