import { onlineManager, QueryClient } from '@tanstack/react-query';

import { isTemporary, NetworkError, ProblemError } from '../api/problem.ts';

const DAY = 86_400_000;

/** Whoever finds the service out of reach says so: queries and writes then wait instead of failing. */
export function noticeConnection(error: unknown): void {
  if (error instanceof NetworkError) {
    onlineManager.setOnline(false);
  }
}

/** Temporary trouble is tried again, with the pause that the service asked for; anything else is final. */
export function shouldRetry(failures: number, error: unknown): boolean {
  noticeConnection(error);
  return isTemporary(error) && (failures < 5 || error instanceof NetworkError);
}

export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ProblemError ? error.retryAfterSeconds : null;
  return asked === null ? Math.min(500 * 2 ** failures, 15_000) : asked * 1000;
}

/** All that is known of the service's data in this tab. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 7 * DAY,
      retry: shouldRetry,
      retryDelay,
      refetchOnWindowFocus: true,
    },
    mutations: { gcTime: 60_000 },
  },
});
