import { rankBetween } from './rank.ts';
import type { Task, TaskPatch, TaskStatus } from './task.ts';

/**
 * What has to change for a task to stand at the index of a list that is in one's own order. The task itself may be in the
 * list; null when it stands there already.
 */
export function moveTo(task: Task, list: readonly Task[], index: number, status: TaskStatus): TaskPatch | null {
  const from = list.findIndex((each) => each.id === task.id);
  const others = list.filter((each) => each.id !== task.id);
  const to = Math.max(0, Math.min(from >= 0 && from < index ? index - 1 : index, others.length));
  if (from === to && task.status === status) {
    return null;
  }
  const before = others[to - 1]?.rank ?? null;
  const after = others[to]?.rank ?? null;
  // Two clients may have given the same rank at the same time; then behind both is as good as between.
  const rank = rankBetween(before, before !== null && after !== null && before >= after ? null : after);
  return { rank, ...(task.status === status ? {} : { status }) };
}
