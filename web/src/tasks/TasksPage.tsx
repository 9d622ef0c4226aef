import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';

import { useKeys } from '../app/keys.ts';
import type { TaskSearch } from '../app/search.ts';
import { useUserZone } from '../app/user.ts';
import { dateIn, plusDays } from './dates.ts';
import type { ListFilter } from './filter.ts';
import { useLane, useTaskActions } from './hooks.ts';
import { LoadingRows, LoadProblem } from './Loading.tsx';
import type { QuickTask } from './quickAdd.ts';
import { QuickAdd } from './QuickAdd.tsx';
import type { OpenLane } from './rows.ts';
import { STATUSES, type Task, type TaskStatus } from './task.ts';
import { TaskList } from './TaskList.tsx';
import { Toolbar } from './Toolbar.tsx';

const Board = lazy(() => import('./Board.tsx').then((module) => ({ default: module.Board })));
const EmptyState = lazy(() => import('./EmptyState.tsx').then((module) => ({ default: module.EmptyState })));
const FilterBar = lazy(() => import('../filters/FilterBar.tsx').then((module) => ({ default: module.FilterBar })));
const TaskSheet = lazy(() => import('../sheet/TaskSheet.tsx').then((module) => ({ default: module.TaskSheet })));

/** List and board of whatever the address asks for. Both show the same three lanes, so that changing costs no request. */
export function TasksPage() {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const zone = useUserZone();
  const actions = useTaskActions();
  const board = search.view === 'board';
  const [filtering, setFiltering] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<TaskStatus>>(new Set(['done']));
  const today = dateIn(zone, new Date());
  const filter = useMemo(() => filterOf(search, today), [search, today]);

  const isOpen = (status: TaskStatus) => board || search.q !== undefined || search.filter !== undefined || !closed.has(status);
  const todo = useLane(useMemo(() => ({ ...filter, status: 'todo' as const }), [filter]));
  const progress = useLane(useMemo(() => ({ ...filter, status: 'in_progress' as const }), [filter]));
  const done = useLane(useMemo(() => ({ ...filter, status: 'done' as const }), [filter]), isOpen('done'));
  const lanes: OpenLane[] = [
    { status: 'in_progress', lane: progress, open: isOpen('in_progress') },
    { status: 'todo', lane: todo, open: isOpen('todo') },
    { status: 'done', lane: done, open: isOpen('done') },
  ];

  const change = useCallback(
    (part: Partial<TaskSearch>, replace = false) => navigate({ search: (before) => ({ ...before, ...part }), replace }),
    [navigate],
  );
  const commands = useMemo(() => ({ actions, open: (task: Task) => void change({ task: task.id }) }), [actions, change]);
  const filtered = filtering || search.filter !== undefined;
  const toggleFilter = () => {
    setFiltering(!filtered);
    if (search.filter !== undefined) {
      void change({ filter: undefined });
    }
  };
  useKeys({ f: toggleFilter, n: () => dispatchEvent(new Event('taskflow:new')) });

  const loading = lanes.some(({ lane, open }) => open && lane.query.isPending && !lane.query.isPaused);
  const failed = lanes.find(({ lane }) => lane.query.isLoadingError)?.lane.query;
  const empty = lanes.every(({ lane, open }) => !open || lane.tasks.length === 0);
  return (
    <div className="tasks-page" data-view={board ? 'board' : 'list'}>
      <Toolbar search={search} onChange={change} filtering={filtered} onFilter={toggleFilter} />
      {filtered && (
        <Suspense fallback={null}>
          <FilterBar search={search} error={failed?.error ?? null} onChange={change} onClose={toggleFilter} />
        </Suspense>
      )}
      <QuickAdd
        defaults={defaultsOf(search, today)}
        firstRank={filter.sort === 'rank' ? (todo.tasks[0]?.rank ?? null) : null}
        onCreate={(task) => actions.create(task)}
      />
      {failed ? search.filter === undefined && (
        <LoadProblem error={failed.error} onRetry={() => lanes.forEach(({ lane }) => void lane.query.refetch())} />
      ) : loading && empty ? (
        <LoadingRows />
      ) : (
        <>
          {empty && !board && <Suspense fallback={null}><EmptyState search={search} /></Suspense>}
          {board ? (
            <Suspense fallback={<LoadingRows />}>
              <Board lanes={STATUSES.map((status) => lanes.find((lane) => lane.status === status)!)} zone={zone}
                ordered={filter.sort === 'rank'} commands={commands} />
            </Suspense>
          ) : (
            <TaskList
              lanes={lanes}
              zone={zone}
              ordered={filter.sort === 'rank'}
              commands={commands}
              onToggle={(status) => setClosed((before) => toggled(before, status))}
            />
          )}
        </>
      )}
      {search.task && (
        <Suspense fallback={null}>
          <TaskSheet key={search.task} id={search.task} onClose={() => void change({ task: undefined })}
            onOpen={(id) => void change({ task: id })} />
        </Suspense>
      )}
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return set.has(value) ? new Set([...set].filter((each) => each !== value)) : new Set([...set, value]);
}

function filterOf({ due, q, priority, label, filter, sort }: TaskSearch, today: string): ListFilter {
  return {
    sort: sort ?? (due ? 'due' : 'rank'),
    ...(due && { dueBefore: plusDays(today, due === 'today' ? 1 : 7) }),
    ...(q && { q }),
    ...(priority && { priority }),
    ...(label && { label }),
    ...(filter && { filter }),
  };
}

function defaultsOf({ due, priority, label }: TaskSearch, today: string): Partial<QuickTask> {
  return {
    ...(due && { due: { date: today, time: null, timeZone: null } }),
    ...(priority && { priority }),
    ...(label && { labels: [label[0]!] }),
  };
}
