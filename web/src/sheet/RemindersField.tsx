import { useId, useState } from 'react';

import { useUser } from '../app/user.ts';
import { instantOf } from '../tasks/dates.ts';
import type { Due, Reminder } from '../tasks/task.ts';
import { Icon } from '../ui/Icon.tsx';
import { BEFORE_A_DAY, BEFORE_A_TIME, reminderWords } from './reminderWords.ts';

const MOST = 10;
const AT = 'at';

/** When a task is to be called to mind by mail: some time before it is due, or at a moment of its own. */
export function RemindersField({ reminders, due, zone, onChange }: {
  reminders: readonly Reminder[];
  due: Due | null;
  zone: string;
  onChange: (reminders: Reminder[]) => void;
}) {
  const [choosing, setChoosing] = useState(false);
  const id = useId();
  const user = useUser();
  const allDay = due?.time == null;
  const words = (reminder: Reminder) => reminderWords(reminder, allDay, zone);
  const add = (reminder: Reminder) => onChange([...reminders, reminder]);
  const offered = due === null ? [] : (allDay ? BEFORE_A_DAY : BEFORE_A_TIME).filter((before) => reminders.every((each) => each.before !== before));

  return (
    <div className="field reminders">
      <label htmlFor={id}>Reminders</label>
      {reminders.length > 0 && (
        <div className="chips">
          {reminders.map((reminder) => (
            <button key={reminder.before ?? reminder.at} type="button" className="chip removable"
              aria-label={`Remove the reminder ${words(reminder)}`}
              onClick={() => onChange(reminders.filter((each) => each !== reminder))}>
              <Icon name="bell" size={12} /> {words(reminder)} <Icon name="close" size={12} />
            </button>
          ))}
        </div>
      )}
      {reminders.length < MOST && (
        <select id={id} value="" onChange={({ target }) => (target.value === AT ? setChoosing(true) : add({ before: target.value }))}>
          <option value="">Remind me…</option>
          {offered.map((before) => <option key={before} value={before}>{words({ before })}</option>)}
          <option value={AT}>At a time of my choice</option>
        </select>
      )}
      {choosing && (
        <Moment
          zone={zone}
          onDone={(at) => {
            setChoosing(false);
            if (at) {
              add({ at });
            }
          }}
        />
      )}
      {reminders.length > 0 && user?.emailVerified === false && (
        <p className="hint">By mail, without the title until your address is confirmed.</p>
      )}
    </div>
  );
}

/** A date and a time in the user's zone, as an instant. */
function Moment({ zone, onDone }: { zone: string; onDone: (at: string | null) => void }) {
  const [text, setText] = useState('');
  const [date = '', time = ''] = text.split('T');
  return (
    <div className="moment">
      <input type="datetime-local" aria-label="Remind me at" value={text}
        // Somebody has just asked for it.
        ref={(input) => input?.focus()} onChange={(event) => setText(event.target.value)} />
      <button type="button" className="quiet" disabled={text === ''}
        onClick={() => onDone(new Date(instantOf({ date, time: time.slice(0, 5), timeZone: zone }, zone)).toISOString())}>
        Add
      </button>
      <button type="button" className="icon-button" aria-label="No reminder after all" onClick={() => onDone(null)}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
