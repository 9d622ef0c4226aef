import { Icon } from '../ui/Icon.tsx';
import { dateIn, plusDays } from '../tasks/dates.ts';
import type { Due } from '../tasks/task.ts';

/** A due date: the day, a time if it matters, and whether it stays in its zone when somebody travels. */
export function DueField({ due, zone, onChange }: { due: Due | null; zone: string; onChange: (due: Due | null) => void }) {
  const today = dateIn(zone, new Date());
  const quick: ReadonlyArray<readonly [string, string]> = [
    ['Today', today],
    ['Tomorrow', plusDays(today, 1)],
    ['Next week', plusDays(today, 7)],
  ];
  return (
    <fieldset className="field due-field">
      <legend>Due</legend>
      <div className="due-inputs">
        <input
          type="date"
          aria-label="Due date"
          value={due?.date ?? ''}
          onChange={(event) => {
            const date = event.target.value;
            onChange(date === '' ? null : { time: null, timeZone: null, ...due, date });
          }}
        />
        <input
          type="time"
          aria-label="Due time"
          value={due?.time ?? ''}
          disabled={due === null}
          onChange={(event) =>
            due && onChange({ date: due.date, time: event.target.value || null, timeZone: event.target.value ? due.timeZone : null })}
        />
        {due && (
          <button type="button" className="icon-button" aria-label="No due date" onClick={() => onChange(null)}>
            <Icon name="close" size={16} />
          </button>
        )}
      </div>
      <div className="due-quick">
        {quick.map(([label, date]) => (
          <button key={label} type="button" className="chip" aria-pressed={due?.date === date}
            onClick={() => onChange({ time: null, timeZone: null, ...due, date })}>
            {label}
          </button>
        ))}
      </div>
      {due && due.time !== null && (
        <label className="check">
          <input
            type="checkbox"
            checked={due.timeZone !== null}
            onChange={(event) => onChange({ ...due, timeZone: event.target.checked ? zone : null })}
          />
          Always this time in {due.timeZone ?? zone}, wherever I am
        </label>
      )}
    </fieldset>
  );
}
