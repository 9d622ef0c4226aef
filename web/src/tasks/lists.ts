import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';

import { NotModified } from '../api/problem.ts';
import { listTasks, readTask } from '../api/generated/sdk.gen.ts';
import { noticeLabels } from '../labels/labels.ts';
import type { ListFilter } from './filter.ts';
import { withoutTask, withTask, type Page } from './pages.ts';
import type { Task } from './task.ts';

const PAGE_SIZE = 100;
const LIST = 'list';
const TASK = 'task';

export type Pages = InfiniteData<Page, string | null>;

/** While the event stream is read, nothing loaded can grow old. */
export const freshness = { live: false };

const listStaleTime = () => (freshness.live ? Infinity : 30_000);
/** A change may bring others along; a moment later they are asked for together. */
const JUDGED_ANEW_AFTER = 300;

/** One list of tasks, loaded page by page. */
export function listOptions(filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: [LIST, filter] as const,
    queryFn: ({ pageParam, signal, client, queryKey }) =>
      readPage(filter, pageParam, signal, client.getQueryData<Pages>(queryKey)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What a condition finds may change by the clock alone.
    staleTime: filter.filter ? 30_000 : listStaleTime,
  });
}

/** One task with its entity tag, for edits that must not overwrite somebody else's. */
export function taskOptions(id: string) {
  return queryOptions({
    queryKey: [TASK, id] as const,
    queryFn: async ({ signal }) => {
      const { data, response } = await readTask({ path: { id }, signal });
      return { task: data as Task, etag: response!.headers.get('ETag') };
    },
    staleTime: listStaleTime,
  });
}

/** Refetches of one list share a signal: those of which the first page was still right. */
const unchanged = new WeakSet<AbortSignal>();

/**
 * Every page of a list has the same change counter in its tag. So when the first page is still right, all are, and a
 * list of fifty pages costs one small 304.
 */
async function readPage(filter: ListFilter, cursor: string | null, signal: AbortSignal, loaded: Pages | undefined) {
  const known = loaded?.pages[loaded.pageParams.indexOf(cursor)];
  if (known && unchanged.has(signal)) {
    return known;
  }
  try {
    const { data, response } = await listTasks({
      query: { ...filter, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) },
      headers: known?.etag ? { 'If-None-Match': known.etag } : {},
      signal,
    });
    return { items: data!.items, nextCursor: data!.nextCursor, etag: response!.headers.get('ETag') } satisfies Page;
  } catch (error) {
    if (error instanceof NotModified && known) {
      unchanged.add(signal);
      return known;
    }
    throw error;
  }
}

/** Writes a task as the service has it into everything that shows it. */
export function applyTask(client: QueryClient, task: Task, userZone: string, etag: string | null = null): void {
  updateLists(client, (pages, filter) => withTask(pages, task, filter, userZone));
  const known = client.getQueryData<{ task: Task; etag: string | null }>([TASK, task.id]);
  if (known && known.task.version <= task.version) {
    client.setQueryData([TASK, task.id], { task, etag: etag ?? (known.task.version === task.version ? known.etag : null) });
  }
  judgeAnew(client);
  noticeLabels(client, task.labels);
}

let judging: ReturnType<typeof setTimeout> | undefined;

/** Has the lists asked for again that only the service can judge. */
function judgeAnew(client: QueryClient): void {
  judging ??= setTimeout(() => {
    judging = undefined;
    void client.invalidateQueries({ predicate: ({ queryKey: [kind, filter] }) => kind === LIST && Boolean((filter as ListFilter).filter) });
  }, JUDGED_ANEW_AFTER);
}

export function applyRemoval(client: QueryClient, id: string): void {
  updateLists(client, (pages) => withoutTask(pages, id));
  client.removeQueries({ queryKey: [TASK, id] });
}

/** Has everything asked for anew that is shown, and the rest when it is shown again. */
export function invalidateTasks(client: QueryClient): Promise<void> {
  return Promise.all([
    client.invalidateQueries({ queryKey: [LIST] }),
    client.invalidateQueries({ queryKey: [TASK] }),
    client.invalidateQueries({ queryKey: ['trash'] }),
  ]).then(() => undefined);
}

/** Any loaded task, whichever list it is in. */
export function findTask(client: QueryClient, id: string): Task | undefined {
  for (const [, data] of client.getQueriesData<Pages>({ queryKey: [LIST] })) {
    const found = data?.pages.flatMap((page) => page.items).find((task) => task.id === id);
    if (found) {
      return found;
    }
  }
  return client.getQueryData<{ task: Task }>([TASK, id])?.task;
}

function updateLists(client: QueryClient, change: (pages: readonly Page[], filter: ListFilter) => readonly Page[]): void {
  for (const [key, data] of client.getQueriesData<Pages>({ queryKey: [LIST] })) {
    const pages = data && change(data.pages, key[1] as ListFilter);
    if (data && pages !== data.pages) {
      client.setQueryData<Pages>(key, { ...data, pages: pages as Page[] });
    }
  }
}
