import { queryOptions, useQuery } from '@tanstack/react-query';

import { readUser } from '../api/generated/sdk.gen.ts';
import type { UserResponse } from '../api/generated/types.gen.ts';
import { session } from '../auth/index.ts';
import { localZone } from '../tasks/dates.ts';
import { forgetEverything, forgetLoaded } from './persistence.ts';
import { queryClient } from './queryClient.ts';

const OWNER = 'taskflow-owner';

let leaving = false;

/** The profile. Every refresh brings it along, so it is hardly ever asked for by itself. */
export const userOptions = queryOptions({
  queryKey: ['user'] as const,
  queryFn: async ({ signal, client, queryKey }): Promise<UserResponse> => {
    if (client.getQueryData(queryKey) === undefined) {
      await session.token();
      return session.current!.user;
    }
    return (await readUser({ signal })).data!;
  },
  staleTime: 5 * 60_000,
});

export function useUser(): UserResponse | undefined {
  return useQuery(userOptions).data;
}

/** The zone that "today" is meant in: the profile's, this machine's until it is known. */
export function userZone(): string {
  return queryClient.getQueryData(userOptions.queryKey)?.timeZone ?? localZone();
}

export function useUserZone(): string {
  return useUser()?.timeZone ?? localZone();
}

/** Whose data this browser holds; null before anybody signed in. */
export function ownerId(): string | null {
  return localStorage.getItem(OWNER);
}

/** Asks for an access token and keeps the page and the session together: no session, no page. */
export function startSession(): void {
  session.subscribe((access) => {
    if (access) {
      void welcome(access.user);
    } else {
      void leave();
    }
  });
  // Whatever fails here is found again by the first query; that an ended session leads away was said above.
  session.token().catch(() => undefined);
}

/** Signs out here and in every tab, and leaves nothing behind. */
export async function signOut(ask: () => Promise<unknown>): Promise<void> {
  await ask();
  leaving = true;
  localStorage.removeItem(OWNER);
  await forgetEverything();
  session.end();
}

/** The session has ended: what was loaded goes, what could not be sent yet waits for its owner. */
async function leave(): Promise<void> {
  queryClient.clear();
  await forgetLoaded();
  const here = location.pathname + location.search;
  location.replace(leaving || here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`);
}

async function welcome(user: UserResponse): Promise<void> {
  const owner = ownerId();
  if (owner !== null && owner !== user.id) {
    queryClient.clear();
    await forgetEverything();
  }
  localStorage.setItem(OWNER, user.id);
  queryClient.setQueryData(userOptions.queryKey, user);
}
