import type { Due, Task, TaskPatch } from './task.ts';

/**
 * What a person did to a task. It is written to the outbox, applied to every list at once and sent when the service can
 * be reached. `key` is its Idempotency-Key: however often it is sent, it happens once. `user` is who did it: somebody else's
 * session must not send it; null is who came before the session was known, which is then theirs.
 */
export type TaskAction = { key: string; at: string; user: string | null } & (
  | { kind: 'create'; task: Task }
  | { kind: 'update'; task: Task; patch: TaskPatch; conditional?: boolean }
  /** `next` is where the task will be then, as far as it is known. */
  | { kind: 'skip'; task: Task; next: Due | null }
  | { kind: 'delete'; task: Task }
  | { kind: 'restore'; task: Task }
  | { kind: 'purge'; task: Task }
  | { kind: 'undo'; task: Task; of: string; result: Task | null }
);

/** What is under way or waiting, in the order in which it was done. */
export type PendingActions = readonly TaskAction[];
