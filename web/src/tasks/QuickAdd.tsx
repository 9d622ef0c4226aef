import { useEffect, useMemo, useRef, useState } from 'react';

import { useUserZone } from '../app/user.ts';
import { announce } from '../ui/announcer.ts';
import { Icon } from '../ui/Icon.tsx';
import { dateIn, dueLabel } from './dates.ts';
import { newTask } from './newTask.ts';
import { parseQuickAdd, type DateFinder, type QuickTask } from './quickAdd.ts';
import { PRIORITY_NAMES, type Task } from './task.ts';

/** One line that makes a task, and shows while it is typed what it has understood. */
export function QuickAdd({ defaults, firstRank, onCreate }: {
  /** What the shown list asks of its tasks: made here, a task should appear here. */
  defaults: Partial<QuickTask>;
  firstRank: string | null;
  onCreate: (task: Task) => void;
}) {
  const [line, setLine] = useState('');
  const [dates, setDates] = useState<{ find: DateFinder } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const zone = useUserZone();
  const quick = useMemo(() => parseQuickAdd(line, dates?.find ?? null), [line, dates]);
  const typed = line.trim() !== '';

  const loadDates = async (): Promise<DateFinder | null> => {
    const { dateFinder } = await import('./dateWords.ts');
    const find = dateFinder(() => new Date());
    setDates({ find });
    return find;
  };

  useEffect(() => {
    const focus = () => input.current?.focus();
    addEventListener('taskflow:new', focus);
    return () => removeEventListener('taskflow:new', focus);
  }, []);

  const add = async () => {
    if (typed) {
      setLine('');
      // Whoever types faster than the dictionary loads gets their dates, too; without it the words stay in the title.
      const find = dates?.find ?? (await loadDates().catch(() => null));
      const task = newTask(withDefaults(parseQuickAdd(line, find), defaults, zone), firstRank);
      onCreate(task);
      announce(`Added “${task.title}”`);
    }
  };

  return (
    <form
      className="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Icon name="plus" />
      <input
        ref={input}
        aria-label="New task"
        aria-describedby="quick-add-understood"
        placeholder="Add a task: Pay rent tomorrow 9am #home !high"
        value={line}
        maxLength={500}
        enterKeyHint="done"
        autoComplete="off"
        onFocus={() => {
          if (!dates) {
            void loadDates().catch(() => undefined);
          }
        }}
        onChange={(event) => setLine(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setLine('');
            input.current?.blur();
          }
        }}
      />
      <p id="quick-add-understood" className="quick-add-understood">
        {typed && <Understood quick={quick} zone={zone} />}
      </p>
      {typed && (
        <button type="submit" className="primary small">
          Add
        </button>
      )}
    </form>
  );
}

function Understood({ quick, zone }: { quick: QuickTask; zone: string }) {
  return (
    <>
      {quick.due && <span className="chip">{dueLabel(quick.due, zone, new Date())}</span>}
      {quick.rule && (
        <span className="chip">
          <Icon name="repeat" size={12} /> Comes again
        </span>
      )}
      {quick.priority !== 'medium' && (
        <span className="chip" data-priority={quick.priority}>
          {PRIORITY_NAMES[quick.priority]}
        </span>
      )}
      {quick.labels.map((label) => (
        <span key={label} className="chip">
          #{label}
        </span>
      ))}
    </>
  );
}

function withDefaults(quick: QuickTask, defaults: Partial<QuickTask>, zone: string): QuickTask {
  // What comes again begins today where no day is said.
  const start = quick.rule ? { date: dateIn(zone, new Date()), time: null, timeZone: null } : null;
  return {
    ...quick,
    labels: quick.labels.length > 0 ? quick.labels : (defaults.labels ?? []),
    priority: quick.priority === 'medium' ? (defaults.priority ?? 'medium') : quick.priority,
    due: quick.due ?? defaults.due ?? start,
  };
}
