import { expect, test } from 'vitest';

import { aTask } from './aTask.ts';
import { withoutTask, withTask, type Page } from './pages.ts';

const ranked = (id: string, rank: string, version = 0) => aTask({ id, rank, version });
const pages: readonly Page[] = [
  { items: [ranked('a', 'a1'), ranked('b', 'a3')], nextCursor: 'x', etag: '"1"' },
  { items: [ranked('c', 'a5')], nextCursor: 'y', etag: '"1"' },
];
const FILTER = { status: 'todo', sort: 'rank' } as const;

const shape = (from: readonly Page[]) => from.map((page) => page.items.map((task) => task.id).join('')).join('|');

test('puts a task into the page it belongs to', () => {
  expect(shape(withTask(pages, ranked('n', 'a4'), FILTER, 'UTC'))).toBe('ab|nc');
  expect(shape(withTask(pages, ranked('n', 'a0'), FILTER, 'UTC'))).toBe('nab|c');
});

test('leaves out what belongs behind the loaded pages', () => {
  expect(shape(withTask(pages, ranked('n', 'a9'), FILTER, 'UTC'))).toBe('ab|c');
  const whole = [pages[0]!, { ...pages[1]!, nextCursor: null }];
  expect(shape(withTask(whole, ranked('n', 'a9'), FILTER, 'UTC'))).toBe('ab|cn');
});

test('moves a task across pages, and takes it out when it fits no more', () => {
  expect(shape(withTask(pages, ranked('a', 'a4', 1), FILTER, 'UTC'))).toBe('b|ac');
  expect(shape(withTask(pages, aTask({ id: 'a', status: 'done', version: 1 }), FILTER, 'UTC'))).toBe('b|c');
  expect(shape(withoutTask(pages, 'c'))).toBe('ab|');
});

test('keeps what is newer than the news', () => {
  const newer = [{ items: [ranked('a', 'a1', 5)], nextCursor: null, etag: null }];

  expect(withTask(newer, ranked('a', 'a9', 4), FILTER, 'UTC')).toBe(newer);
});
