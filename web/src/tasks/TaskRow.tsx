import { memo, useEffect, useRef, useState } from 'react';

import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { dueLabel, isOverdue } from './dates.ts';
import type { TaskActions } from './hooks.ts';
import { STATUS_NAMES, STATUSES, type Task } from './task.ts';

/** What a list can do with one of its rows. */
export interface RowCommands {
  actions: TaskActions;
  open: (task: Task) => void;
  /** Before a task leaves its place: its neighbour gets the focus. */
  leave: (task: Task) => void;
}

/** One task as a line: done or not, its title, and what is worth knowing at a glance. */
export const TaskRow = memo(function TaskRow({ task, zone, commands, editing, onEdit, focused, onFocus }: {
  task: Task;
  zone: string;
  commands: RowCommands;
  editing: boolean;
  /** Begins or ends renaming. */
  onEdit: (id: string, on: boolean) => void;
  focused: boolean;
  onFocus: (id: string) => void;
}) {
  const title = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) {
      title.current?.focus({ preventScroll: true });
    }
  }, [focused]);

  return (
    <div className="task-row" data-status={task.status} data-id={task.id} onFocus={() => onFocus(task.id)}>
      <StatusButton task={task} commands={commands} />
      {editing ? (
        <TitleEditor task={task} commands={commands} onDone={() => onEdit(task.id, false)} />
      ) : (
        <button
          ref={title}
          type="button"
          className="task-title"
          onClick={() => commands.open(task)}
          onDoubleClick={() => onEdit(task.id, true)}
        >
          {task.title}
        </button>
      )}
      <TaskFacts task={task} zone={zone} />
      <TaskMenu task={task} commands={commands} onEdit={() => onEdit(task.id, true)} />
    </div>
  );
});

export function StatusButton({ task, commands }: { task: Task; commands: Pick<RowCommands, 'actions' | 'leave'> }) {
  const done = task.status === 'done';
  return (
    <button
      type="button"
      className="status"
      role="checkbox"
      aria-checked={done ? true : task.status === 'in_progress' ? 'mixed' : false}
      aria-label={`Done: ${task.title}`}
      data-priority={task.priority}
      onClick={() => {
        commands.leave(task);
        commands.actions.setStatus(task, done ? 'todo' : 'done');
      }}
    >
      <Icon name="check" size={14} />
    </button>
  );
}

export function TaskFacts({ task, zone }: { task: Task; zone: string }) {
  const now = new Date();
  const late = task.due !== null && task.status !== 'done' && isOverdue(task.due, zone, now);
  return (
    <span className="task-facts">
      {task.parentId && (
        <span className="fact" title="A sub-task">
          <Icon name="subtask" size={14} />
          <span className="visually-hidden">Sub-task</span>
        </span>
      )}
      {task.labels.slice(0, 3).map((label) => (
        <span key={label} className="chip">
          {label}
        </span>
      ))}
      {task.labels.length > 3 && <span className="chip">+{task.labels.length - 3}</span>}
      {(task.priority === 'urgent' || task.priority === 'high') && (
        <span className="fact" data-priority={task.priority}>
          <Icon name="flag" size={14} />
          <span className="visually-hidden">{task.priority} priority</span>
        </span>
      )}
      {task.recurrence && (
        <span className="fact" title="Comes again">
          <Icon name="repeat" size={14} />
          <span className="visually-hidden">Comes again</span>
        </span>
      )}
      {task.due && (
        <span className="fact due" data-late={late || undefined}>
          {late && <span className="visually-hidden">Overdue: </span>}
          {dueLabel(task.due, zone, now)}
        </span>
      )}
    </span>
  );
}

export function TaskMenu({ task, commands, onEdit }: {
  task: Task;
  commands: RowCommands;
  onEdit?: () => void;
}) {
  const moves = STATUSES.filter((status) => status !== task.status).map((status) => ({
    label: `Move to ${STATUS_NAMES[status]}`,
    run: () => {
      commands.leave(task);
      commands.actions.setStatus(task, status);
    },
  }));
  return (
    <Menu
      label={`Actions for ${task.title}`}
      items={[
        { label: 'Open', shortcut: '↵', run: () => commands.open(task) },
        ...(onEdit ? [{ label: 'Rename', shortcut: 'E', run: onEdit }] : []),
        ...moves,
        {
          label: 'Delete',
          shortcut: 'Del',
          danger: true,
          run: () => {
            commands.leave(task);
            commands.actions.remove(task);
          },
        },
      ]}
    >
      <Icon name="more" />
    </Menu>
  );
}

function TitleEditor({ task, commands, onDone }: { task: Task; commands: RowCommands; onDone: () => void }) {
  const [title, setTitle] = useState(task.title);
  const save = () => {
    const wanted = title.trim();
    if (wanted !== '' && wanted !== task.title) {
      commands.actions.update(task, { title: wanted });
    }
    onDone();
  };
  return (
    <input
      className="title-editor"
      aria-label="Title"
      value={title}
      maxLength={500}
      // Somebody has just asked for it.
      ref={(input) => input?.focus()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // Else the key would go on to the title, which has the focus next, and open it.
          event.preventDefault();
          save();
        } else if (event.key === 'Escape') {
          onDone();
        }
        event.stopPropagation();
      }}
    />
  );
}
