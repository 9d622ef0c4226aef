import type { TaskSearch } from '../app/search.ts';
import { Icon } from '../ui/Icon.tsx';

/** Nothing to show says why, and what to do next. */
export function EmptyState({ search }: { search: TaskSearch }) {
  if (search.q || search.priority || search.label || search.filter) {
    return (
      <div className="empty">
        <Icon name="search" size={32} />
        <h2>Nothing matches</h2>
        <p>{search.q ? `No open task has “${search.q}” in its title.` : 'No task fits these filters.'}</p>
      </div>
    );
  }
  if (search.due) {
    return (
      <div className="empty">
        <Icon name="sun" size={32} />
        <h2>{search.due === 'today' ? 'Nothing is due today' : 'A free week'}</h2>
        <p>Enjoy it. What you add here is due today, unless you say another day.</p>
      </div>
    );
  }
  return (
    <div className="empty">
      <Icon name="check" size={32} />
      <h2>What is on your mind?</h2>
      <p>Write a line above and press Enter. Dates, labels and priorities are understood as you type:</p>
      <ul className="examples">
        <li><code>Call the dentist tomorrow 9am</code></li>
        <li><code>Pay rent on 1 December #home !high</code></li>
      </ul>
      <p className="hint">Press <kbd>n</kbd> to add from anywhere and <kbd>?</kbd> for every shortcut.</p>
    </div>
  );
}
