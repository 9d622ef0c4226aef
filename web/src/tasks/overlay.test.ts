import { expect, test } from 'vitest';

import type { TaskAction } from './actions.ts';
import { aTask } from './aTask.ts';
import type { ListFilter } from './filter.ts';
import { taskWithPending, withPending } from './overlay.ts';
import type { Task } from './task.ts';

const TODO: ListFilter = { status: 'todo', sort: 'rank' };
const DONE: ListFilter = { status: 'done', sort: 'rank' };
const [first, second, third] = [
  aTask({ id: 'a', rank: 'a1' }),
  aTask({ id: 'b', rank: 'a2' }),
  aTask({ id: 'c', rank: 'a3' }),
];

function did(action: Partial<TaskAction> & { kind: TaskAction['kind']; task: Task }): TaskAction {
  return { key: 'k', at: '2026-11-22T09:00:00.000Z', user: 'me', ...action } as TaskAction;
}

const ids = (tasks: readonly Task[]) => tasks.map((task) => task.id).join('');

test('is the same array while nothing is on its way', () => {
  const loaded = [first, second];

  expect(withPending(loaded, [], TODO, 'UTC')).toBe(loaded);
});

test('puts new tasks where they belong', () => {
  const added = aTask({ id: 'n', rank: 'a15' });

  expect(ids(withPending([first, second, third], [did({ kind: 'create', task: added })], TODO, 'UTC'))).toBe('anbc');
});

test('shows a task once when the service has it already', () => {
  const stored = { ...first, title: 'As stored', version: 1 };

  const shown = withPending([stored, second], [did({ kind: 'create', task: first })], TODO, 'UTC');

  expect(shown).toEqual([stored, second]);
});

test('moves a finished task from one lane into another', () => {
  const finish = did({ kind: 'update', task: second, patch: { status: 'done' } });

  expect(ids(withPending([first, second, third], [finish], TODO, 'UTC'))).toBe('ac');
  expect(withPending([], [finish], DONE, 'UTC')).toMatchObject([{ id: 'b', completedAt: finish.at }]);
});

test('applies changes in their order, and an undo after what it undoes', () => {
  const rename = did({ kind: 'update', task: first, patch: { title: 'New name' } });
  const remove = did({ kind: 'delete', task: { ...first, title: 'New name' } });
  const undo = did({ kind: 'undo', task: first, of: 'k', result: { ...first, title: 'New name' } });

  expect(ids(withPending([first, second], [rename, remove], TODO, 'UTC'))).toBe('b');
  expect(withPending([first, second], [rename, remove, undo], TODO, 'UTC')[0]).toMatchObject({ id: 'a', title: 'New name' });
  expect(taskWithPending(first, [rename])).toMatchObject({ title: 'New name' });
  expect(taskWithPending(first, [rename, remove])).toBeNull();
});

test('shows what comes again at its next occurrence when this one was skipped', () => {
  const next = { date: '2026-12-01', time: null, timeZone: null };

  expect(taskWithPending(first, [did({ kind: 'skip', task: first, next })])).toMatchObject({ due: next });
  expect(taskWithPending(first, [did({ kind: 'skip', task: first, next: null })])).toMatchObject({ due: first.due });
});

test('leaves in a list by a condition what was in it, and adds nothing that the service has not judged', () => {
  const urgent: ListFilter = { ...TODO, filter: 'priority = urgent' };
  const rename = did({ kind: 'update', task: first, patch: { title: 'New name' } });
  const create = did({ kind: 'create', task: third });

  expect(withPending([first, second], [rename, create], urgent, 'UTC')).toMatchObject([{ title: 'New name' }, { id: 'b' }]);
});
