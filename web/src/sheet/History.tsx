import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { listHistory } from '../api/generated/sdk.gen.ts';
import type { HistoryEntry } from '../api/generated/types.gen.ts';
import { sentenceOf } from '../api/problem.ts';
import { changeWords } from './historyWords.ts';

const KINDS: Record<HistoryEntry['kind'], string> = {
  created: 'Created',
  updated: 'Changed',
  trashed: 'Moved to the trash',
  restored: 'Brought back',
  purged: 'Deleted for good',
};

/** What was done to a task, the latest first. It is only asked for when somebody wants to know. */
export function History({ id, version, zone }: { id: string; version: number; zone: string }) {
  const [open, setOpen] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['history', id, version],
    queryFn: async ({ pageParam, signal }) =>
      (await listHistory({ path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal })).data!,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: open,
    gcTime: 60_000,
  });
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {query.isError && <p className="alert">{sentenceOf(query.error)}</p>}
      {query.isLoading && <p className="hint" role="status">Loading the history</p>}
      <ol>
        {query.data?.pages.flatMap(({ items }) => items).map((entry) => (
          <li key={`${entry.operationId} ${entry.at}`}>
            <ul>
              {wordsOf(entry).map((words) => <li key={words}>{words}</li>)}
            </ul>
            <time className="hint" dateTime={entry.at}>{time.format(new Date(entry.at))}</time>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <button type="button" className="quiet" onClick={() => void query.fetchNextPage()}>
          Earlier
        </button>
      )}
    </details>
  );
}

function wordsOf({ kind, changes }: HistoryEntry): string[] {
  const changed = kind === 'updated'
    ? Object.entries(changes).map(([field, change]) => changeWords(field, change)).filter((words) => words !== null)
    : [];
  return changed.length > 0 ? changed : [KINDS[kind]];
}
