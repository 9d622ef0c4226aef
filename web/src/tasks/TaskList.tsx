import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { announce } from '../ui/announcer.ts';
import { Icon } from '../ui/Icon.tsx';
import { useVisibleRows } from '../ui/useVisibleRows.ts';
import { isTyping, useKeys } from '../app/keys.ts';
import { moveTo } from './moves.ts';
import { rowsOf, type OpenLane, type Row } from './rows.ts';
import { PRIORITIES, PRIORITY_NAMES, STATUS_NAMES, type Task, type TaskStatus } from './task.ts';
import { TaskRow, type RowCommands } from './TaskRow.tsx';
import { useRowDrag } from './drag.ts';

type TaskLine = Extract<Row, { kind: 'task' }>;

/**
 * The lanes one below the other. Only what is on screen is in the page, so that five thousand tasks cost no more than
 * fifty.
 */
export function TaskList({ lanes, zone, ordered, commands, onToggle }: {
  lanes: readonly OpenLane[];
  zone: string;
  /** Whether the list is in one's own order, and can be rearranged. */
  ordered: boolean;
  commands: Omit<RowCommands, 'leave'>;
  onToggle: (status: TaskStatus) => void;
}) {
  const rows = useMemo(() => rowsOf(lanes), [lanes]);
  const scroller = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ id: string; take: boolean } | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const visible = useVisibleRows({ keys: useMemo(() => rows.map((row) => row.key), [rows]), scroller, estimate, around: 12 });
  const tasks = useMemo(() => rows.filter((row): row is TaskLine => row.kind === 'task'), [rows]);

  const leave = (task: Task) => {
    const at = tasks.findIndex((row) => row.task.id === task.id);
    const next = tasks[at + 1] ?? tasks[at - 1];
    setFocus(next ? { id: next.task.id, take: true } : null);
  };
  // What rows are given stays the same while the list changes, so that only those are drawn again that did.
  const latestLeave = useRef(leave);
  useEffect(() => {
    latestLeave.current = leave;
  });
  const rowCommands = useMemo<RowCommands>(() => ({ ...commands, leave: (task) => latestLeave.current(task) }), [commands]);
  const edit = useCallback((id: string, on: boolean) => {
    setEditing(on ? id : null);
    setFocus({ id, take: !on });
  }, []);
  const noticeFocus = useCallback((id: string) => setFocus((before) => (before?.id === id ? before : { id, take: false })), []);

  const walk = (step: number) => {
    const at = tasks.findIndex((row) => row.task.id === focus?.id);
    const target = tasks[at < 0 ? 0 : Math.max(0, Math.min(at + step, tasks.length - 1))];
    if (target) {
      setFocus({ id: target.task.id, take: true });
      visible.scrollTo(rows.indexOf(target));
    }
  };

  const shift = (step: number) => {
    const row = tasks.find((each) => each.task.id === focus?.id);
    if (!row || !ordered) {
      return;
    }
    const index = row.index + step;
    const patch = moveTo(row.task, row.lane.tasks, step > 0 ? index + 1 : index, row.task.status);
    if (patch && index >= 0 && index < row.lane.tasks.length) {
      commands.actions.update(row.task, patch);
      announce(`Moved to position ${index + 1} of ${row.lane.tasks.length}`);
    }
  };

  const current = () => tasks.find((row) => row.task.id === focus?.id)?.task;
  const withCurrent = (run: (task: Task) => void) => () => {
    const task = current();
    if (task) {
      run(task);
    }
  };
  const remove = withCurrent((task) => {
    leave(task);
    commands.actions.remove(task);
  });
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    ArrowDown: (event) => !isTyping(event) && walk(1),
    ArrowUp: (event) => !isTyping(event) && walk(-1),
    'Alt+ArrowDown': () => shift(1),
    'Alt+ArrowUp': () => shift(-1),
    x: withCurrent((task) => {
      leave(task);
      commands.actions.setStatus(task, task.status === 'done' ? 'todo' : 'done');
    }),
    e: withCurrent((task) => setEditing(task.id)),
    d: withCurrent((task) => commands.open(task)),
    p: withCurrent((task) => {
      const priority = PRIORITIES[(PRIORITIES.indexOf(task.priority) + PRIORITIES.length - 1) % PRIORITIES.length]!;
      commands.actions.update(task, { priority });
      announce(`Priority ${PRIORITY_NAMES[priority]}`);
    }),
    Delete: remove,
    Backspace: remove,
  });

  useRowDrag(scroller, ordered, (id, targetId, side) => {
    const source = tasks.find((row) => row.task.id === id);
    const target = tasks.find((row) => row.task.id === targetId);
    if (source && target) {
      const index = target.index + (side === 'after' ? 1 : 0);
      const patch = moveTo(source.task, target.lane.tasks, index, target.task.status);
      if (patch) {
        commands.actions.update(source.task, patch);
      }
    }
  });

  return (
    <div className="list-scroller" ref={scroller} tabIndex={-1}>
      <div className="list" role="list" style={{ height: visible.height }}>
        {visible.rows.map((item) => {
          const row = rows[item.index]!;
          return (
            <div
              key={item.key}
              ref={visible.measure}
              data-key={item.key}
              className="list-line"
              role="listitem"
              aria-setsize={row.kind === 'task' ? (row.lane.query.hasNextPage ? -1 : row.lane.tasks.length) : undefined}
              aria-posinset={row.kind === 'task' ? row.index + 1 : undefined}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'heading' && <LaneHeading row={row} onToggle={onToggle} />}
              {row.kind === 'more' && <More lane={row.lane} />}
              {row.kind === 'task' && (
                <TaskRow
                  task={row.task}
                  zone={zone}
                  commands={rowCommands}
                  editing={editing === row.task.id}
                  onEdit={edit}
                  focused={focus?.take === true && focus.id === row.task.id && editing !== row.task.id}
                  onFocus={noticeFocus}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const estimate = () => 42;

function LaneHeading({ row, onToggle }: { row: Extract<Row, { kind: 'heading' }>; onToggle: (status: TaskStatus) => void }) {
  return (
    <h2 className="lane-heading">
      <button type="button" aria-expanded={row.open} onClick={() => onToggle(row.status)}>
        <Icon name="chevron" size={16} />
        {STATUS_NAMES[row.status]} <span className="count">{row.count}</span>
      </button>
    </h2>
  );
}

/** Loads the next page as soon as it comes into view. */
export function More({ lane }: { lane: OpenLane['lane'] }) {
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = lane.query;
  useEffect(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  return isFetchNextPageError ? (
    <button type="button" className="quiet" onClick={() => void fetchNextPage()}>
      Load more
    </button>
  ) : (
    <span className="skeleton-row" aria-hidden="true" />
  );
}
