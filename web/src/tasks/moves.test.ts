import { expect, test } from 'vitest';

import { aTask } from './aTask.ts';
import { moveTo } from './moves.ts';

const list = ['a1', 'a3', 'a5'].map((rank, index) => aTask({ id: 'abc'.charAt(index), rank }));

/** The list's ids after the first task has taken the rank that the move gives it. */
function after(id: string, index: number): string {
  const task = list.find((each) => each.id === id)!;
  const patch = moveTo(task, list, index, 'todo');
  return list
    .map((each) => (each.id === id ? { ...each, ...(patch as { rank: string } | null) } : each))
    .toSorted((x, y) => (x.rank < y.rank ? -1 : 1))
    .map((each) => each.id)
    .join('');
}

test.each([
  ['a', 2, 'bac'],
  ['a', 3, 'bca'],
  ['c', 0, 'cab'],
  ['c', 1, 'acb'],
])('moves %s to %i', (id, index, expected) => {
  expect(after(id, index)).toBe(expected);
});

test('changes nothing for a task that stays', () => {
  expect(moveTo(list[1]!, list, 1, 'todo')).toBeNull();
  expect(moveTo(list[1]!, list, 2, 'todo')).toBeNull();
});

test('says the lane when it is another one', () => {
  expect(moveTo(aTask({ id: 'n' }), [], 0, 'done')).toMatchObject({ status: 'done' });
  expect(moveTo(list[0]!, list, 0, 'done')).toMatchObject({ status: 'done' });
});

test('puts a task behind two of the same rank', () => {
  const same = [aTask({ id: 'x', rank: 'a1' }), aTask({ id: 'y', rank: 'a1' })];

  expect(moveTo(aTask({ id: 'n', rank: 'b' }), same, 1, 'todo')?.rank?.localeCompare('a1')).toBe(1);
});
