import type { Task } from './task.ts';

/** A task for tests: what matters to the test is given, the rest is ordinary. */
export function aTask(given: Partial<Task> = {}): Task {
  return {
    id: '019a2b3c-0000-7000-8000-000000000001',
    title: 'Pay the rent',
    description: null,
    status: 'todo',
    priority: 'medium',
    due: null,
    rank: 'a00000001',
    labels: [],
    parentId: null,
    createdAt: '2026-11-22T08:00:00.000Z',
    updatedAt: '2026-11-22T08:00:00.000Z',
    completedAt: null,
    version: 0,
    recurrence: null,
    reminders: [],
    ...given,
  };
}
