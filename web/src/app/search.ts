import type { TaskSort } from '../tasks/filter.ts';
import { PRIORITIES, type TaskPriority } from '../tasks/task.ts';

/** What the address says about the tasks that are shown, so that every view can be kept as a bookmark and shared. */
export interface TaskSearch {
  view?: 'board';
  due?: 'today' | 'week';
  q?: string;
  priority?: TaskPriority;
  label?: string[];
  /** A condition in the filter language. */
  filter?: string;
  sort?: TaskSort;
  /** The task that is open beside the list. */
  task?: string;
}

export const SORT_NAMES = {
  rank: 'My order',
  due: 'Due date',
  '-priority': 'Priority',
  '-createdAt': 'Newest first',
  '-updatedAt': 'Last changed',
  title: 'Title',
} as const satisfies Partial<Record<TaskSort, string>>;

/** Reads the address; what nobody of us wrote into it is left out, never an error. */
export function readSearch(search: Record<string, unknown>): TaskSearch {
  const one = (name: string) => [search[name]].flat().find((value) => typeof value === 'string' && value !== '') as string | undefined;
  const labels = [search.label].flat().filter((value): value is string => typeof value === 'string' && value !== '');
  const oneOf = <T extends string>(name: string, allowed: readonly T[]) => allowed.find((value) => value === one(name));
  return without({
    view: oneOf('view', ['board']),
    due: oneOf('due', ['today', 'week']),
    q: one('q')?.slice(0, 100),
    priority: oneOf('priority', PRIORITIES),
    label: labels.length > 0 ? labels : undefined,
    filter: one('filter')?.slice(0, 1000),
    sort: oneOf('sort', Object.keys(SORT_NAMES) as TaskSort[]),
    task: one('task'),
  });
}

/** Plain query strings, `label` repeated, as the API has them. */
export function parseAddress(text: string): Record<string, unknown> {
  const found: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    (found[name] ??= []).push(value);
  }
  return found;
}

export function writeAddress(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    [value].flat().filter((each) => each !== undefined && each !== '').map((each) => [name, String(each)]));
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

function without<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
