import { useState, type ReactNode } from 'react';

import { sentenceOf } from '../api/problem.ts';
import { useUserZone } from '../app/user.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { DueField } from './DueField.tsx';
import { History } from './History.tsx';
import { useTask, useTaskActions, type TaskActions } from '../tasks/hooks.ts';
import { LabelsField } from './LabelsField.tsx';
import { RemindersField } from './RemindersField.tsx';
import { RepeatField } from './RepeatField.tsx';
import { Subtasks } from './Subtasks.tsx';
import { PRIORITIES, PRIORITY_NAMES, STATUS_NAMES, STATUSES, type Task, type TaskPriority, type TaskStatus } from '../tasks/task.ts';

/** Everything of one task, beside the list. What is changed is saved when the field is left. */
export function TaskSheet({ id, onClose, onOpen }: { id: string; onClose: () => void; onOpen: (id: string) => void }) {
  const { task, query } = useTask(id);
  const actions = useTaskActions();
  return (
    <Dialog label={task?.title ?? 'Task'} className="sheet" onClose={onClose}>
      <header className="sheet-bar">
        {task?.parentId && (
          <button type="button" className="quiet" onClick={() => onOpen(task.parentId!)}>
            <Icon name="subtask" size={16} /> Parent task
          </button>
        )}
        <span className="spacer" />
        {task && (
          <button
            type="button"
            className="icon-button"
            aria-label="Delete this task"
            onClick={() => {
              actions.remove(task);
              onClose();
            }}
          >
            <Icon name="trash" />
          </button>
        )}
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {task ? (
        <Fields task={task} actions={actions} onOpen={onOpen} />
      ) : (
        <p className="sheet-empty" role={query.isError ? 'alert' : 'status'}>
          {query.isError ? `This task cannot be shown. ${sentenceOf(query.error)}` : 'Loading the task'}
        </p>
      )}
    </Dialog>
  );
}

function Fields({ task, actions, onOpen }: { task: Task; actions: TaskActions; onOpen: (id: string) => void }) {
  const zone = useUserZone();
  return (
    <div className="sheet-body">
      <SavedText
        key={`title ${task.title}`}
        label="Title"
        className="sheet-title"
        value={task.title}
        maxLength={500}
        onSave={(title) => title.trim() !== '' && actions.update(task, { title: title.trim() }, true)}
      />
      <div className="sheet-grid">
        <Choice label="Status" value={task.status} options={STATUSES.map((each) => [each, STATUS_NAMES[each]])}
          onChange={(status) => actions.setStatus(task, status as TaskStatus)} />
        <Choice label="Priority" value={task.priority} options={PRIORITIES.map((each) => [each, PRIORITY_NAMES[each]])}
          onChange={(priority) => actions.update(task, { priority: priority as TaskPriority })} />
      </div>
      <DueField due={task.due} zone={zone} onChange={(due) => actions.update(task, { due })} />
      <RepeatField task={task} zone={zone} actions={actions} />
      <RemindersField reminders={task.reminders} due={task.due} zone={zone} onChange={(reminders) => actions.update(task, { reminders })} />
      <LabelsField labels={task.labels} onChange={(labels) => actions.update(task, { labels })} />
      <SavedText
        key={`notes ${task.description}`}
        label="Notes"
        className="sheet-notes"
        value={task.description ?? ''}
        maxLength={20_000}
        onSave={(text) => actions.update(task, { description: text.trim() === '' ? null : text }, true)}
      />
      <Subtasks parent={task} onOpen={onOpen} />
      <History id={task.id} version={task.version} zone={zone} />
      <p className="hint">
        Created {moment(task.createdAt, zone)}
        {task.completedAt ? `, completed ${moment(task.completedAt, zone)}` : `, last changed ${moment(task.updatedAt, zone)}`}
      </p>
    </div>
  );
}

function Choice({ label, value, options, onChange }: {
  label: string;
  value: string;
  options: ReadonlyArray<readonly [string, string]>;
  onChange: (value: string) => void;
}) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A text that grows with what is in it. Saved on leaving it and on Ctrl+Enter; Escape takes the typing back. */
function SavedText({ label, className, value, maxLength, onSave }: {
  label: string;
  className: string;
  value: string;
  maxLength: number;
  onSave: (text: string) => unknown;
}): ReactNode {
  const [text, setText] = useState(value);
  const save = () => {
    if (text !== value && onSave(text) === false) {
      setText(value);
    }
  };
  return (
    <label className="field">
      {label}
      <textarea
        className={className}
        rows={className === 'sheet-title' ? 1 : 4}
        value={text}
        maxLength={maxLength}
        onChange={(event) => setText(className === 'sheet-title' ? event.target.value.replace(/\n/g, ' ') : event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey || className === 'sheet-title')) {
            event.preventDefault();
            event.currentTarget.blur();
          } else if (event.key === 'Escape' && text !== value) {
            event.preventDefault();
            event.stopPropagation();
            setText(value);
          }
        }}
      />
    </label>
  );
}

function moment(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(instant));
}
