import { expect, test } from 'vitest';

import { aTask } from './aTask.ts';
import { comparator, matches, type TaskSort } from './filter.ts';

const due = (date: string) => ({ date, time: null, timeZone: null });

test('filters as the service does', () => {
  const task = aTask({ title: 'Über den Berg', labels: ['home'], priority: 'high', due: due('2026-11-22') });

  expect(matches(task, { sort: 'rank', q: 'über', label: ['work', 'home'], priority: 'high' }, 'UTC')).toBe(true);
  expect(matches(task, { sort: 'rank', dueBefore: '2026-11-23' }, 'UTC')).toBe(true);
  expect(matches(task, { sort: 'rank', dueBefore: '2026-11-22' }, 'UTC')).toBe(false);
  expect(matches(task, { sort: 'rank', status: 'done' }, 'UTC')).toBe(false);
  expect(matches(aTask(), { sort: 'due', dueBefore: '2026-11-23' }, 'UTC')).toBe(false);
});

const a = aTask({ id: 'a', title: 'b', priority: 'low', due: due('2026-12-01') });
const b = aTask({ id: 'b', title: 'A', priority: 'urgent', due: null });
const c = aTask({ id: 'c', title: 'c', priority: 'urgent', due: due('2026-11-01') });

test.each<[TaskSort, string]>([
  ['due', 'cab'],
  ['-due', 'acb'],
  ['-priority', 'cba'],
  ['priority', 'abc'],
  ['title', 'bac'],
  ['rank', 'abc'],
  ['-createdAt', 'cba'],
])('orders by %s as the service does', (sort, expected) => {
  expect([a, b, c].toSorted(comparator(sort, 'UTC')).map((task) => task.id).join('')).toBe(expected);
});
