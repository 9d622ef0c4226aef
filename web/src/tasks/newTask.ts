import { rankBetween } from './rank.ts';
import type { QuickTask } from './quickAdd.ts';
import type { Task } from './task.ts';
import { uuid7 } from './uuid.ts';

/** A task as it will look until the service has answered: first in one's own order, where its author looks. */
export function newTask(quick: QuickTask, firstRank: string | null, parentId: string | null = null): Task {
  const now = new Date().toISOString();
  return {
    id: uuid7(),
    title: quick.title,
    description: null,
    status: 'todo',
    priority: quick.priority,
    due: quick.due,
    rank: rankBetween(null, firstRank),
    labels: quick.labels,
    parentId,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    version: 0,
    recurrence: quick.rule && quick.due
      ? { rule: quick.rule, from: 'schedule', anchor: quick.due, occurrence: quick.due.date, number: 1, firstNumber: 1 }
      : null,
    reminders: [],
  };
}
