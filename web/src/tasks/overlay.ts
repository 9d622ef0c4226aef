import type { PendingActions, TaskAction } from './actions.ts';
import { comparator, matches, type ListFilter } from './filter.ts';
import { patched, type Task } from './task.ts';

/**
 * A list as it will be once everything that is still on its way has arrived. The lists that were loaded are never
 * changed ahead of the service: what fails simply leaves the outbox, and the list is as it was.
 */
export function withPending(
  loaded: readonly Task[],
  pending: PendingActions,
  filter: ListFilter,
  userZone: string,
): readonly Task[] {
  if (pending.length === 0) {
    return loaded;
  }
  const expected = expectedTasks(loaded, pending);
  const untouched = loaded.filter((task) => !expected.has(task.id));
  const wasIn = (id: string) => loaded.some((task) => task.id === id);
  const inserted = [...expected.values()]
    .filter((task) => task !== null && matches(task, filter, userZone, wasIn(task.id))) as Task[];
  if (inserted.length === 0) {
    return untouched;
  }
  return merged(untouched, inserted.toSorted(comparator(filter.sort, userZone)), comparator(filter.sort, userZone));
}

/** One task as it will be; null when it will be gone. */
export function taskWithPending(task: Task, pending: PendingActions): Task | null {
  return pending.filter((action) => action.task.id === task.id).reduce<Task | null>(step, task);
}

function expectedTasks(loaded: readonly Task[], pending: PendingActions): Map<string, Task | null> {
  const ids = new Set(pending.map((action) => action.task.id));
  const expected = new Map<string, Task | null>(loaded.filter((task) => ids.has(task.id)).map((task) => [task.id, task]));
  for (const action of pending) {
    const known = expected.get(action.task.id);
    expected.set(action.task.id, step(known === undefined ? action.task : known, action));
  }
  return expected;
}

function step(task: Task | null, action: TaskAction): Task | null {
  switch (action.kind) {
    case 'create':
      // Once the service has it, what the service says is more.
      return task ?? action.task;
    case 'update':
      return task && patched(task, action.patch, action.at);
    case 'skip':
      return task && { ...task, due: action.next ?? task.due };
    case 'restore':
      return action.task;
    case 'undo':
      return action.result;
    default:
      return null;
  }
}

/** Both are in order; a pass instead of a sort, since the first may have thousands. */
function merged(long: readonly Task[], short: readonly Task[], compare: (a: Task, b: Task) => number): readonly Task[] {
  const result: Task[] = [];
  let i = 0;
  for (const task of short) {
    while (i < long.length && compare(long[i]!, task) <= 0) {
      result.push(long[i++]!);
    }
    result.push(task);
  }
  return result.concat(long.slice(i));
}
