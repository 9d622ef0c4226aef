import { queryOptions, useQuery } from '@tanstack/react-query';

import { listFilters } from '../api/generated/sdk.gen.ts';
import type { SavedFilter } from '../api/generated/types.gen.ts';
import { readSearch, type TaskSearch } from '../app/search.ts';

const NONE: readonly SavedFilter[] = [];

/** The conditions that somebody gave a name, oldest first. */
export const savedFilterOptions = queryOptions({
  queryKey: ['filters'] as const,
  queryFn: async ({ signal }) => (await listFilters({ signal })).data!.items,
  staleTime: 5 * 60_000,
});

export function useSavedFilters(): readonly SavedFilter[] {
  return useQuery(savedFilterOptions).data ?? NONE;
}

/** What the address says when a saved filter is shown. */
export function searchOf({ filter, sort }: SavedFilter): TaskSearch {
  return readSearch({ filter, sort });
}
