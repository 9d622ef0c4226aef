import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { listTrash } from '../api/generated/sdk.gen.ts';
import { usePending, useTaskActions } from '../tasks/hooks.ts';
import { LoadingRows, LoadProblem } from '../tasks/Loading.tsx';
import { announce } from '../ui/announcer.ts';
import { Icon } from '../ui/Icon.tsx';

const KEPT_DAYS = 30;

const trashOptions = infiniteQueryOptions({
  queryKey: ['trash'] as const,
  queryFn: async ({ pageParam, signal }) =>
    (await listTrash({ query: { limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal })).data!,
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** What was deleted in the last thirty days: take it back, or end it for good. */
export function TrashPage() {
  const query = useInfiniteQuery(trashOptions);
  const actions = useTaskActions();
  const leaving = new Set(usePending().filter(({ kind }) => kind === 'restore' || kind === 'purge').map(({ task }) => task.id));
  const tasks = (query.data?.pages.flatMap((page) => page.items) ?? []).filter((task) => !leaving.has(task.id));
  return (
    <div className="page">
      <h1 tabIndex={-1}>Trash</h1>
      {query.isLoadingError && <LoadProblem error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && query.fetchStatus !== 'paused' && <LoadingRows />}
      {query.data && tasks.length === 0 && (
        <div className="empty">
          <Icon name="trash" size={32} />
          <h2>The trash is empty</h2>
          <p>Deleted tasks stay here for {KEPT_DAYS} days.</p>
        </div>
      )}
      <ul className="trash-list">
        {tasks.map((task) => (
          <li key={task.id} className="trash-row">
            <div>
              <p className="trash-title">{task.title}</p>
              <p className="hint">{daysLeft(task.deletedAt)}</p>
            </div>
            <button
              type="button"
              className="quiet"
              aria-label={`Restore ${task.title}`}
              onClick={() => {
                actions.restore(task);
                announce(`Restored “${task.title}”`);
              }}
            >
              <Icon name="undo" size={16} /> Restore
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`Delete ${task.title} for good`}
              onClick={() => {
                actions.purge(task);
                announce(`Deleted “${task.title}” for good`);
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <button type="button" className="quiet" onClick={() => void query.fetchNextPage()}>
          Show more
        </button>
      )}
    </div>
  );
}

function daysLeft(deletedAt: string): string {
  const days = Math.ceil(KEPT_DAYS - (Date.now() - Date.parse(deletedAt)) / 86_400_000);
  return days <= 1 ? 'Gone for good within a day' : `Gone for good in ${days} days`;
}
