import { useMemo, useState } from 'react';

import { useUserZone } from '../app/user.ts';
import { Icon } from '../ui/Icon.tsx';
import { useLane, useTaskActions } from '../tasks/hooks.ts';
import { newTask } from '../tasks/newTask.ts';
import { rankBetween } from '../tasks/rank.ts';
import type { Task } from '../tasks/task.ts';
import { StatusButton, TaskFacts } from '../tasks/TaskRow.tsx';

/** The steps of a task, in their order, with a line for the next one. */
export function Subtasks({ parent, onOpen }: { parent: Task; onOpen: (id: string) => void }) {
  const lane = useLane(useMemo(() => ({ parentId: parent.id, sort: 'rank' as const }), [parent.id]));
  const actions = useTaskActions();
  const zone = useUserZone();
  const [title, setTitle] = useState('');
  const done = lane.tasks.filter((task) => task.status === 'done').length;

  const add = () => {
    if (title.trim() !== '') {
      const task = newTask({ title: title.trim(), labels: [], priority: 'medium', due: null }, null, parent.id);
      actions.create({ ...task, rank: rankBetween(lane.tasks.at(-1)?.rank ?? null, null) });
      setTitle('');
    }
  };

  return (
    <section className="subtasks" aria-label="Sub-tasks">
      <h3>
        Sub-tasks {lane.tasks.length > 0 && <span className="count">{done} of {lane.tasks.length}</span>}
      </h3>
      <ul>
        {lane.tasks.map((task) => (
          <li key={task.id} className="task-row" data-status={task.status}>
            <StatusButton task={task} commands={{ actions, leave: () => undefined }} />
            <button type="button" className="task-title" onClick={() => onOpen(task.id)}>
              {task.title}
            </button>
            <TaskFacts task={{ ...task, parentId: null }} zone={zone} />
          </li>
        ))}
      </ul>
      <form
        className="subtask-add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Icon name="plus" size={16} />
        <input aria-label="New sub-task" placeholder="Add a step" value={title} maxLength={500}
          onChange={(event) => setTitle(event.target.value)} />
      </form>
    </section>
  );
}
