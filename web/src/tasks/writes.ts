import type { Mutation, QueryClient } from '@tanstack/react-query';

import { ProblemError, sentenceOf } from '../api/problem.ts';
import { createTask, deleteTask, purgeTask, readTask, restoreTask, skip, undo, updateTask } from '../api/generated/sdk.gen.ts';
import type { CreateTaskRequest } from '../api/generated/types.gen.ts';
import { outbox } from '../app/persistence.ts';
import { retryDelay, shouldRetry } from '../app/queryClient.ts';
import { ownerId } from '../app/user.ts';
import { session } from '../auth/index.ts';
import { toast } from '../ui/toasts.ts';
import type { TaskAction } from './actions.ts';
import { applyRemoval, applyTask, invalidateTasks, taskOptions } from './lists.ts';
import type { Task } from './task.ts';

export const WRITES = ['write'] as const;

/** What an answer to a write says: tasks as they are now, and those that are gone. */
interface Outcome {
  tasks: readonly Task[];
  gone: readonly string[];
  /** Of the task, when it is a single one. */
  etag: string | null;
}

/** The operation of each write of this page, by its action's key: what `undo` names. */
const operations = new Map<string, string>();

/**
 * Says once how every write is sent: one after the other in the order in which they were made, waiting while the service
 * is out of reach, so that nothing overtakes.
 */
export function prepareWrites(client: QueryClient, userZone: () => string, announce: (action: TaskAction) => void): void {
  client.setMutationDefaults(WRITES, {
    mutationFn: (action: TaskAction) => send(client, action),
    scope: { id: 'writes' },
    retry: shouldRetry,
    retryDelay,
    onSuccess: (outcome: Outcome, action: TaskAction) => {
      outcome.tasks.forEach((task) => applyTask(client, task, userZone(), outcome.etag));
      outcome.gone.forEach((id) => applyRemoval(client, id));
      announce(action);
      void client.invalidateQueries({ queryKey: ['trash'] });
    },
    onError: (error: Error, action: TaskAction) => refused(client, error, action),
    onSettled: (_outcome: Outcome | undefined, _error: Error | null, action: TaskAction) => outbox.remove(action),
  });
}

/** Does what a person asked for: shown at once, stored, and sent when its turn comes. */
export function act(client: QueryClient, action: TaskAction): void {
  void outbox.put(action);
  void client.getMutationCache().build(client, client.defaultMutationOptions({ mutationKey: WRITES })).execute(action)
    .catch(() => undefined);
}

/** Takes up what an earlier page left unsent. Another tab may be sending it too: each has its key and happens once. */
export async function resumeOutbox(client: QueryClient): Promise<void> {
  const underWay = new Set(pendingActions(client).map((action) => action.key));
  for (const action of await outbox.all()) {
    if (!underWay.has(action.key) && (action.user ?? ownerId()) === ownerId()) {
      act(client, action);
    }
  }
}

export function pendingActions(client: QueryClient): TaskAction[] {
  return client.getMutationCache().findAll({ mutationKey: WRITES, status: 'pending' })
    .map((mutation) => (mutation as Mutation<Outcome, Error, TaskAction>).state.variables!);
}

async function send(client: QueryClient, action: TaskAction): Promise<Outcome> {
  await session.token();
  if (action.user !== null && action.user !== session.current?.user.id) {
    throw new Error('This was done by somebody else');
  }
  const path = { id: action.task.id };
  switch (action.kind) {
    case 'create':
      return outcomeOf(action, await created(action.task, action.key));
    case 'update':
      return outcomeOf(action, await updateTask({
        path,
        body: action.patch,
        headers: action.conditional ? ifMatch(client, action.task.id) : {},
      }));
    case 'skip': {
      const { occurrence } = action.task.recurrence!;
      return outcomeOf(action, await skip({ path, body: { occurrence }, headers: keyOf(action) }));
    }
    case 'delete':
      return outcomeOf(action, { ...(await deleteTask({ path })), data: null });
    case 'restore':
      return outcomeOf(action, await restoreTask({ path, headers: keyOf(action) }));
    case 'purge':
      return outcomeOf(action, { ...(await purgeTask({ path })), data: null });
    case 'undo':
      return undone(action);
  }
}

/** Takes back a write by the operation that its answer named; being later in the queue, it comes after that answer. */
async function undone(action: TaskAction & { kind: 'undo' }): Promise<Outcome> {
  const operation = operations.get(action.of);
  if (operation === undefined) {
    throw new Error('What was to be undone was not done by this page');
  }
  const answer = await undo({ path: { id: operation }, headers: keyOf(action) });
  return { tasks: answer.data!.items, gone: answer.data!.removed, etag: null };
}

function keyOf(action: TaskAction): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': action.key };
}

async function created(task: Task, key: string) {
  try {
    return await createTask({ body: newTask(task), headers: { 'Idempotency-Key': key } });
  } catch (error) {
    if (error instanceof ProblemError && error.slug === 'id-taken') {
      // Our own earlier try, of which the answer was lost.
      return readTask({ path: { id: task.id } });
    }
    throw error;
  }
}

function newTask({ id, title, description, status, priority, due, rank, labels, parentId, recurrence }: Task): CreateTaskRequest {
  const series = recurrence && { recurrence: { rule: recurrence.rule, from: recurrence.from } };
  return { id, title, description, status, priority, due, rank, labels, parentId, ...series };
}

function ifMatch(client: QueryClient, id: string): { 'If-Match'?: string } {
  const etag = client.getQueryData(taskOptions(id).queryKey)?.etag;
  return etag ? { 'If-Match': etag } : {};
}

function outcomeOf(action: TaskAction, { data, response }: { data: unknown; response?: Response }): Outcome {
  const operation = response!.headers.get('X-Operation-Id');
  if (operation) {
    operations.set(action.key, operation);
  }
  const etag = response!.headers.get('ETag');
  return data === null ? { tasks: [], gone: [action.task.id], etag } : { tasks: [data as Task], gone: [], etag };
}

function refused(client: QueryClient, error: Error, action: TaskAction): void {
  toast({ tone: 'error', text: refusal(error, action) });
  void invalidateTasks(client);
}

/** Somebody else was faster. */
const CHANGED = new Set(['undo-conflict', 'occurrence-mismatch']);

function refusal(error: Error, { kind, task }: TaskAction): string {
  if (error instanceof ProblemError && (error.status === 412 || CHANGED.has(error.slug))) {
    return `“${task.title}” was changed elsewhere. Here is the newest version.`;
  }
  return `“${task.title}” was not ${kind === 'undo' ? 'brought back' : 'saved'}. ${sentenceOf(error)}`;
}
