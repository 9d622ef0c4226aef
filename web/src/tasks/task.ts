import type { Due, RecurrenceFrom, Reminder, TaskPriority, TaskResponse, TaskStatus, UpdateTaskRequest } from '../api/generated/types.gen.ts';

export type Task = TaskResponse;
export type { Due, RecurrenceFrom, Reminder, TaskPriority, TaskStatus };

/** How a task comes again, without what the service keeps of the series. */
export interface Rule {
  rule: string;
  from: RecurrenceFrom;
}

/** A change of one task as the API takes it; `due` and `recurrence` are given whole here, never merged. */
export type TaskPatch = Omit<UpdateTaskRequest, 'due' | 'recurrence'> & { due?: Due | null; recurrence?: Rule | null };

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
export function patched(task: Task, { occurrence: _meant, recurrence, ...patch }: TaskPatch, now: string): Task {
  const status = patch.status ?? task.status;
  const due = patch.due === undefined ? task.due : patch.due;
  return {
    ...task,
    ...patch,
    due,
    recurrence: due === null ? null : seriesOf(task, recurrence, due),
    completedAt: status === 'done' ? (task.completedAt ?? now) : null,
    updatedAt: now,
  };
}

/** Finishing what comes again says which occurrence is meant, so that sent twice it does not finish the next one, too. */
export function addressed(task: Task, patch: TaskPatch): TaskPatch {
  return patch.status === 'done' && task.recurrence && patch.recurrence === undefined
    ? { ...patch, occurrence: task.recurrence.occurrence }
    : patch;
}

function seriesOf(task: Task, rule: Rule | null | undefined, due: Due): Task['recurrence'] {
  return rule ? { ...rule, anchor: due, occurrence: due.date, number: 1, firstNumber: 1 } : rule === null ? null : task.recurrence;
}
