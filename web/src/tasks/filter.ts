import type { ListTasksData } from '../api/generated/types.gen.ts';
import { instantOf } from './dates.ts';
import { PRIORITIES, type Task, type TaskStatus } from './task.ts';

export type ListQuery = NonNullable<ListTasksData['query']>;
export type TaskSort = NonNullable<ListQuery['sort']>;

/** What decides whether a task belongs to a list, and where: a query of the API without paging. */
export type ListFilter = Pick<ListQuery, 'priority' | 'label' | 'q' | 'parentId' | 'dueBefore' | 'filter'> & {
  status?: TaskStatus;
  sort: TaskSort;
};

/**
 * The service's filters over again, for what has just changed and has not been asked for anew. A condition in the filter
 * language is the service's to judge: until the list is asked for again, what was in it stays.
 */
export function matches(task: Task, filter: ListFilter, userZone: string, wasIn = false): boolean {
  return (
    (!filter.filter || wasIn) &&
    (!filter.status || task.status === filter.status) &&
    (!filter.priority || task.priority === filter.priority) &&
    (!filter.parentId || task.parentId === filter.parentId) &&
    (!filter.label?.length || filter.label.some((label) => task.labels.includes(label))) &&
    (!filter.q || folded(task.title).includes(folded(filter.q))) &&
    (!filter.dueBefore || isDueBefore(task, filter.dueBefore, userZone))
  );
}

/** The service's orders over again: ties by id in the order's direction, tasks without a due date last in both. */
export function comparator(sort: TaskSort, userZone: string): (a: Task, b: Task) => number {
  const down = sort.startsWith('-');
  const key = keyOf(sort.replace('-', ''), userZone);
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) {
      return x === y ? compare(a.id, b.id, down) : x === null ? 1 : -1;
    }
    return compare(x, y, down) || compare(a.id, b.id, down);
  };
}

function keyOf(field: string, userZone: string): (task: Task) => string | number | null {
  switch (field) {
    case 'due':
      return (task) => (task.due ? instantOf(task.due, userZone) : null);
    case 'priority':
      return (task) => PRIORITIES.length - PRIORITIES.indexOf(task.priority);
    case 'title':
      return (task) => folded(task.title);
    default:
      return (task) => task[field as 'createdAt' | 'updatedAt' | 'rank'];
  }
}

function compare<T extends string | number>(a: T, b: T, down: boolean): number {
  const order = a < b ? -1 : a > b ? 1 : 0;
  return down ? -order : order;
}

function folded(text: string): string {
  return text.toLowerCase();
}

function isDueBefore(task: Task, date: string, userZone: string): boolean {
  const start = { date, time: null, timeZone: null };
  return task.due !== null && instantOf(task.due, userZone) < instantOf(start, userZone);
}
