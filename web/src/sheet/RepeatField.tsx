import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { listOccurrences } from '../api/generated/sdk.gen.ts';
import { dateIn, dueLabel } from '../tasks/dates.ts';
import type { TaskActions } from '../tasks/hooks.ts';
import type { Due, Rule, Task } from '../tasks/task.ts';
import { Icon } from '../ui/Icon.tsx';
import { OwnRule } from './OwnRule.tsx';
import { PRESETS, ruleWords } from './ruleWords.ts';

const NEVER = '';
const OWN = 'own';

/** Whether and how a task comes again, when next, and the way past an occurrence. */
export function RepeatField({ task, zone, actions }: { task: Task; zone: string; actions: TaskActions }) {
  const [writing, setWriting] = useState(false);
  const series = task.recurrence;
  const preset = PRESETS.some(([rule]) => rule === series?.rule);
  const set = (recurrence: Rule | null) =>
    // A series is counted from a due date; whoever repeats what has none begins today.
    actions.update(task, { recurrence, ...(recurrence && !task.due && { due: dayOf(dateIn(zone, new Date())) }) });

  return (
    <div className="repeat">
      <label className="field">
        Repeats
        <select
          value={writing ? OWN : (series?.rule ?? NEVER)}
          onChange={({ target: { value } }) => {
            setWriting(value === OWN);
            if (value !== OWN) {
              set(value === NEVER ? null : { rule: value, from: series?.from ?? 'schedule' });
            }
          }}
        >
          <option value={NEVER}>Never</option>
          {PRESETS.map(([rule, name]) => <option key={rule} value={rule}>{name}</option>)}
          {series && !preset && <option value={series.rule}>{ruleWords(series.rule)}</option>}
          <option value={OWN}>By a rule of my own…</option>
        </select>
      </label>
      {writing && (
        <OwnRule
          rule={series?.rule ?? 'FREQ=WEEKLY;BYDAY=MO,TH'}
          due={task.due ?? dayOf(dateIn(zone, new Date()))}
          zone={zone}
          onSave={(rule) => {
            setWriting(false);
            set({ rule, from: series?.from ?? 'schedule' });
          }}
        />
      )}
      {series && !writing && (
        <>
          <label className="check">
            <input type="checkbox" checked={series.from === 'completion'}
              onChange={({ target }) => set({ rule: series.rule, from: target.checked ? 'completion' : 'schedule' })} />
            Count from the day it was done
          </label>
          <Upcoming task={task} zone={zone} onSkip={(next) => actions.skip(task, next)} />
        </>
      )}
    </div>
  );
}

/** What comes after the present occurrence. */
function Upcoming({ task, zone, onSkip }: { task: Task; zone: string; onSkip: (next: Due | null) => void }) {
  const { data } = useQuery({
    queryKey: ['occurrences', task.id, task.version],
    queryFn: async ({ signal }) => (await listOccurrences({ path: { id: task.id }, query: { limit: 4 }, signal })).data!.items,
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
  const upcoming = (data ?? []).filter(({ status }) => status === 'upcoming');
  const next = upcoming[0];
  return (
    <div className="upcoming">
      <p className="hint">{upcoming.length > 0
        ? `Then ${upcoming.map((each) => dueLabel(each, zone, new Date())).join(', ')}`
        : data && (task.recurrence?.from === 'completion' ? 'When next depends on when it is done.' : 'This is the last one.')}</p>
      {task.status !== 'done' && (
        <button type="button" className="quiet" onClick={() => onSkip(next ? { date: next.date, time: next.time, timeZone: next.timeZone } : null)}>
          <Icon name="skip" size={16} /> Skip this one
        </button>
      )}
    </div>
  );
}

function dayOf(date: string): Due {
  return { date, time: null, timeZone: null };
}
