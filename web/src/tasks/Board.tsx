import { memo, useEffect, useMemo, useRef, useState } from 'react';

import { useKeys } from '../app/keys.ts';
import { announce } from '../ui/announcer.ts';
import { useVisibleRows } from '../ui/useVisibleRows.ts';
import { useRowDrag } from './drag.ts';
import { moveTo } from './moves.ts';
import type { OpenLane } from './rows.ts';
import { STATUS_NAMES, type Task } from './task.ts';
import { More } from './TaskList.tsx';
import { StatusButton, TaskFacts, TaskMenu, type RowCommands } from './TaskRow.tsx';

interface Place {
  lane: OpenLane;
  laneIndex: number;
  task: Task;
  index: number;
}

/** The three lanes side by side. Cards are dragged, or moved by Alt and the arrow keys, which is also said aloud. */
export function Board({ lanes, zone, ordered, commands }: {
  lanes: readonly OpenLane[];
  zone: string;
  ordered: boolean;
  commands: Omit<RowCommands, 'leave'>;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const find = (id: string | null): Place | undefined => {
    for (const [laneIndex, lane] of lanes.entries()) {
      const index = lane.lane.tasks.findIndex((task) => task.id === id);
      if (index >= 0) {
        return { lane, laneIndex, task: lane.lane.tasks[index]!, index };
      }
    }
    return undefined;
  };

  const move = (task: Task, target: OpenLane, index: number) => {
    const patch = ordered
      ? moveTo(task, target.lane.tasks, index, target.status)
      : task.status === target.status ? null : { status: target.status };
    if (patch) {
      commands.actions.update(task, patch);
    }
  };

  const shift = (lanesRight: number, rowsDown: number) => {
    const place = find(focus);
    const target = place && lanes[place.laneIndex + lanesRight];
    if (!place || !target || (rowsDown !== 0 && !ordered)) {
      return;
    }
    const index = lanesRight !== 0 ? Math.min(place.index, target.lane.tasks.length) : place.index + rowsDown;
    if (index < 0 || (rowsDown > 0 && index >= target.lane.tasks.length)) {
      return;
    }
    move(place.task, target, rowsDown > 0 ? index + 1 : index);
    announce(`Moved to ${STATUS_NAMES[target.status]}, position ${index + 1}`);
  };

  const walk = (lanesRight: number, rowsDown: number) => {
    const place = find(focus);
    const target = place ? lanes[place.laneIndex + lanesRight] : lanes.find((lane) => lane.lane.tasks.length > 0);
    const at = place ? Math.min(place.index + rowsDown, (target?.lane.tasks.length ?? 0) - 1) : 0;
    setFocus(target?.lane.tasks[Math.max(0, at)]?.id ?? focus);
  };

  useKeys({
    j: () => walk(0, 1), k: () => walk(0, -1), h: () => walk(-1, 0), l: () => walk(1, 0),
    ArrowDown: () => walk(0, 1), ArrowUp: () => walk(0, -1), ArrowLeft: () => walk(-1, 0), ArrowRight: () => walk(1, 0),
    'Alt+ArrowDown': () => shift(0, 1), 'Alt+ArrowUp': () => shift(0, -1),
    'Alt+ArrowLeft': () => shift(-1, 0), 'Alt+ArrowRight': () => shift(1, 0),
    x: () => {
      const place = find(focus);
      if (place) {
        commands.actions.setStatus(place.task, place.task.status === 'done' ? 'todo' : 'done');
      }
    },
  });

  useRowDrag(root, true, (id, target, side) => {
    const source = find(id);
    const onto = find(target);
    const lane = onto?.lane ?? lanes.find((each) => each.status === target);
    if (source && lane) {
      move(source.task, lane, onto ? onto.index + (side === 'after' ? 1 : 0) : lane.lane.tasks.length);
    }
  });

  const cardCommands = useMemo<RowCommands>(() => ({ ...commands, leave: () => undefined }), [commands]);
  return (
    <div className="board" ref={root}>
      {lanes.map((lane) => (
        <Column key={lane.status} lane={lane} zone={zone} commands={cardCommands} focus={focus} onFocus={setFocus} />
      ))}
    </div>
  );
}

function Column({ lane: { lane, status }, zone, commands, focus, onFocus }: {
  lane: OpenLane;
  zone: string;
  commands: RowCommands;
  focus: string | null;
  onFocus: (id: string) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const more = lane.query.hasNextPage;
  const keys = useMemo(() => [...lane.tasks.map((task) => task.id), ...(more ? ['more'] : [])], [lane.tasks, more]);
  const visible = useVisibleRows({ keys, scroller, estimate, around: 6 });
  const { scrollTo } = visible;
  const focused = lane.tasks.findIndex((task) => task.id === focus);
  useEffect(() => {
    if (focused >= 0) {
      scrollTo(focused);
    }
  }, [focused, scrollTo]);

  return (
    <section className="column" data-lane={status} aria-label={STATUS_NAMES[status]}>
      <h2>
        {STATUS_NAMES[status]} <span className="count">{lane.tasks.length}{more ? '+' : ''}</span>
      </h2>
      <div className="column-scroller" ref={scroller} tabIndex={-1}>
        {lane.tasks.length === 0 && !lane.query.isPending && <p className="column-empty">Drop a task here</p>}
        <div className="list" role="list" style={{ height: visible.height }}>
          {visible.rows.map((item) => {
            const task = lane.tasks[item.index];
            return (
              <div
                key={item.key}
                ref={visible.measure}
                data-key={item.key}
                className="list-line"
                role="listitem"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {task ? (
                  <Card task={task} zone={zone} commands={commands} focused={focus === task.id} onFocus={onFocus} />
                ) : (
                  <More lane={lane} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const estimate = () => 76;

const Card = memo(function Card({ task, zone, commands, focused, onFocus }: {
  task: Task;
  zone: string;
  commands: RowCommands;
  focused: boolean;
  onFocus: (id: string) => void;
}) {
  const title = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused && !title.current?.parentElement?.contains(document.activeElement)) {
      title.current?.focus({ preventScroll: true });
    }
  }, [focused]);
  return (
    <article className="card-task" data-id={task.id} data-status={task.status} aria-label={task.title}
      onFocus={() => onFocus(task.id)}>
      <StatusButton task={task} commands={commands} />
      <button ref={title} type="button" className="task-title" onClick={() => commands.open(task)}>
        {task.title}
      </button>
      <TaskMenu task={task} commands={commands} />
      <TaskFacts task={task} zone={zone} />
    </article>
  );
});
