import { useInfiniteQuery, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

import { ownerId, useUserZone } from '../app/user.ts';
import { announce } from '../ui/announcer.ts';
import { toast } from '../ui/toasts.ts';
import type { PendingActions, TaskAction } from './actions.ts';
import type { ListFilter } from './filter.ts';
import { findTask, listOptions, taskOptions } from './lists.ts';
import { taskWithPending, withPending } from './overlay.ts';
import { addressed, patched, STATUS_NAMES, type Due, type Task, type TaskPatch } from './task.ts';
import { uuid7 } from './uuid.ts';
import { act, WRITES } from './writes.ts';

export type Lane = ReturnType<typeof useLane>;

/** A list as somebody should see it: what is loaded and what is on its way. */
export function useLane(filter: ListFilter, enabled = true) {
  const zone = useUserZone();
  const query = useInfiniteQuery({ ...listOptions(filter), enabled });
  const pending = usePending();
  const loaded = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const tasks = useMemo(() => withPending(loaded, pending, filter, zone), [loaded, pending, filter, zone]);
  return { filter, tasks, query };
}

/** One task, by itself or out of any list that has it already. */
export function useTask(id: string) {
  const client = useQueryClient();
  const pending = usePending();
  const query = useQuery({
    ...taskOptions(id),
    // Not stored yet: there is nothing to ask for.
    enabled: !pending.some((action) => action.kind === 'create' && action.task.id === id),
  });
  const created = pending.find((action) => action.kind === 'create' && action.task.id === id)?.task;
  const known = query.data?.task ?? findTask(client, id) ?? created;
  return { task: known ? taskWithPending(known, pending) : undefined, query };
}

export function usePending(): PendingActions {
  return useMutationState({
    filters: { mutationKey: WRITES, status: 'pending' },
    select: (mutation) => mutation.state.variables as TaskAction,
  });
}

/** What can be done to tasks, each at once and with a way back. */
export function useTaskActions() {
  const client = useQueryClient();

  const run = useCallback(
    (action: Action) => {
      const made = { key: uuid7(), at: new Date().toISOString(), user: ownerId(), ...action } as TaskAction;
      act(client, made);
      return made.key;
    },
    [client],
  );

  return useMemo(() => {
    const undoable = (text: string, of: string, task: Task, result: Task | null) =>
      toast({
        text,
        action: {
          label: 'Undo',
          run: () => {
            run({ kind: 'undo', task, of, result });
            announce('Undone');
          },
        },
      });
    const update = (task: Task, patch: TaskPatch, conditional = false) =>
      run({ kind: 'update', task, patch: addressed(task, patch), conditional });
    return {
      create: (task: Task) => run({ kind: 'create', task }),
      update,
      /** Changes the status and says so; finishing is what people most often want back. */
      setStatus: (task: Task, status: Task['status']) => {
        const key = update(task, { status });
        const again = task.recurrence ? ', it comes again' : '';
        const text = status === 'done' ? `Completed “${task.title}”${again}` : `Moved to ${STATUS_NAMES[status]}`;
        announce(text);
        if (status === 'done') {
          undoable(text, key, patched(task, { status }, new Date().toISOString()), task);
        }
      },
      /** Leaves an occurrence out of what comes again. */
      skip: (task: Task, next: Due | null) => {
        const key = run({ kind: 'skip', task, next });
        undoable(`Skipped “${task.title}”`, key, task, task);
      },
      remove: (task: Task) => {
        const key = run({ kind: 'delete', task });
        undoable(`Deleted “${task.title}”`, key, task, task);
      },
      restore: (task: Task) => run({ kind: 'restore', task }),
      purge: (task: Task) => run({ kind: 'purge', task }),
    };
  }, [run]);
}

type Distribute<T> = T extends TaskAction ? Omit<T, 'key' | 'at' | 'user'> : never;
type Action = Distribute<TaskAction>;

export type TaskActions = ReturnType<typeof useTaskActions>;
