import type { InfiniteData } from '@tanstack/react-query';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';
import { clear, del, entries, get, set } from 'idb-keyval';

import type { TaskAction } from '../tasks/actions.ts';

const CACHE = 'cache';
const OUTBOX = 'outbox:';
/** What a first screen needs; the rest is loaded when somebody scrolls there. */
const KEPT_PAGES = 2;
const WRITE_EVERY = 1_000;

/** Keeps what was loaded in IndexedDB, so that a reload paints before the network answers. No token is in it. */
export function makePersister(): Persister {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: PersistedClient | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (latest) {
      void set(CACHE, trimmed(latest)).catch(() => undefined);
      latest = undefined;
    }
  };
  addEventListener('pagehide', write);
  return {
    persistClient: (client) => {
      latest = client;
      timer ??= setTimeout(write, WRITE_EVERY);
    },
    restoreClient: () => get<PersistedClient>(CACHE).catch(() => undefined),
    removeClient: () => del(CACHE).catch(() => undefined),
  };
}

function trimmed(client: PersistedClient): PersistedClient {
  const queries = client.clientState.queries.map((query) => {
    const data = query.state.data as InfiniteData<unknown> | undefined;
    return Array.isArray(data?.pages) && data.pages.length > KEPT_PAGES
      ? { ...query, state: { ...query.state, data: firstPages(data) } }
      : query;
  });
  return { ...client, clientState: { queries, mutations: [] } };
}

function firstPages(data: InfiniteData<unknown>): InfiniteData<unknown> {
  return { pages: data.pages.slice(0, KEPT_PAGES), pageParams: data.pageParams.slice(0, KEPT_PAGES) };
}

/** What has not reached the service yet, one entry an action, so that tabs do not overwrite each other's. */
export const outbox = {
  put: (action: TaskAction) => set(OUTBOX + action.key, action).catch(() => undefined),
  remove: (action: TaskAction) => del(OUTBOX + action.key).catch(() => undefined),
  /** In the order in which things were done: keys begin with the time. */
  all: async (): Promise<TaskAction[]> => {
    const stored = await entries<string, TaskAction>().catch(() => []);
    return stored
      .filter(([key]) => key.startsWith(OUTBOX))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, action]) => action);
  },
};

/** Takes away what was loaded; what was not sent yet stays. */
export async function forgetLoaded(): Promise<void> {
  await del(CACHE).catch(() => undefined);
}

/** Leaves nothing of a person on this machine. */
export function forgetEverything(): Promise<void> {
  return clear().catch(() => undefined);
}
