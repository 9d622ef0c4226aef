import { comparator, matches, type ListFilter } from './filter.ts';
import type { Task } from './task.ts';

/** A loaded part of a list, with the tag that tells whether it is still right. */
export interface Page {
  items: Task[];
  nextCursor: string | null;
  etag: string | null;
}

/** The pages with the task as the service has it now: put in, moved, replaced or taken out. Same array when unchanged. */
export function withTask(pages: readonly Page[], task: Task, filter: ListFilter, userZone: string): readonly Page[] {
  const known = pages.flatMap((page) => page.items).find((each) => each.id === task.id);
  if (known && known.version > task.version) {
    return pages;
  }
  const rest = withoutTask(pages, task.id);
  return matches(task, filter, userZone, known !== undefined) ? withInserted(rest, task, comparator(filter.sort, userZone)) : rest;
}

export function withoutTask(pages: readonly Page[], id: string): readonly Page[] {
  const has = (page: Page) => page.items.some((task) => task.id === id);
  return pages.some(has)
    ? pages.map((page) => (has(page) ? { ...page, items: page.items.filter((task) => task.id !== id) } : page))
    : pages;
}

function withInserted(pages: readonly Page[], task: Task, compare: (a: Task, b: Task) => number): readonly Page[] {
  const target = pages.findIndex((page) => page.items.some((each) => compare(task, each) < 0));
  if (target < 0 && pages.at(-1)?.nextCursor != null) {
    // It belongs to what has not been loaded yet.
    return pages;
  }
  const index = target < 0 ? pages.length - 1 : target;
  return pages.map((page, i) => (i === index ? { ...page, items: inserted(page.items, task, compare) } : page));
}

function inserted(items: readonly Task[], task: Task, compare: (a: Task, b: Task) => number): Task[] {
  const at = items.findIndex((each) => compare(task, each) < 0);
  return at < 0 ? [...items, task] : [...items.slice(0, at), task, ...items.slice(at)];
}
