import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';

import { listLabels } from '../api/generated/sdk.gen.ts';
import type { LabelResponse } from '../api/generated/types.gen.ts';

const NONE: readonly LabelResponse[] = [];

/** Every label there is, by name. */
export const labelOptions = queryOptions({
  queryKey: ['labels'] as const,
  queryFn: async ({ signal }): Promise<readonly LabelResponse[]> => {
    const items: LabelResponse[] = [];
    let cursor: string | null | undefined;
    do {
      const { data } = await listLabels({ query: { limit: 100, ...(cursor && { cursor }) }, signal });
      items.push(...data!.items);
      cursor = data!.nextCursor;
    } while (cursor);
    return items;
  },
  staleTime: 5 * 60_000,
});

export function useLabels(): readonly LabelResponse[] {
  return useQuery(labelOptions).data ?? NONE;
}

/** A label comes with the first task that has it: whoever sees one that is new asks again. */
export function noticeLabels(client: QueryClient, names: readonly string[]): void {
  const known = client.getQueryData(labelOptions.queryKey);
  if (known && names.some((name) => known.every((label) => label.name !== name))) {
    void client.invalidateQueries({ queryKey: labelOptions.queryKey });
  }
}
