import { authFetchOf } from './authFetch.ts';
import { Session } from './session.ts';

/** This page's session. */
export const session = new Session({
  fetch: (...request) => fetch(...request),
  channel: new BroadcastChannel('taskflow-session'),
  locks: navigator.locks,
  now: () => Date.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
});

/** Signed-in calls of this page. */
export const authFetch = authFetchOf(session, (request) => fetch(request));
