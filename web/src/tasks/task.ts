import type { Due, TaskPriority, TaskResponse, TaskStatus, UpdateTaskRequest } from '../api/generated/types.gen.ts';

export type Task = TaskResponse;
export type { Due, TaskPriority, TaskStatus };

/** A change of one task as the API takes it; `due` is given whole here, never merged. */
export type TaskPatch = Omit<UpdateTaskRequest, 'due' | 'recurrence' | 'reminders' | 'occurrence'> & { due?: Due | null };

export const STATUSES: readonly TaskStatus[] = ['todo', 'in_progress', 'done'];
export const PRIORITIES: readonly TaskPriority[] = ['urgent', 'high', 'medium', 'low'];

export const STATUS_NAMES: Record<TaskStatus, string> = { todo: 'To do', in_progress: 'In progress', done: 'Done' };
export const PRIORITY_NAMES: Record<TaskPriority, string> = {
  urgent: 'Urgent',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** The task as it will be once the service has taken the change, but for what the service alone decides. */
export function patched(task: Task, patch: TaskPatch, now: string): Task {
  const status = patch.status ?? task.status;
  return {
    ...task,
    ...patch,
    due: patch.due === undefined ? task.due : patch.due,
    completedAt: status === 'done' ? (task.completedAt ?? now) : null,
    updatedAt: now,
  };
}
