import { useEffect, useRef, useState } from 'react';

import { useKeys } from '../app/keys.ts';
import { SORT_NAMES, type TaskSearch } from '../app/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useSavedFilters } from '../filters/savedFilters.ts';
import { PRIORITIES, PRIORITY_NAMES } from './task.ts';

const SEARCH_DELAY = 250;

/** What is shown and how: title, search, filters, order, list or board. All of it is in the address. */
export function Toolbar({ search, onChange, filtering, onFilter }: {
  search: TaskSearch;
  onChange: (part: Partial<TaskSearch>, replace?: boolean) => unknown;
  filtering: boolean;
  onFilter: () => void;
}) {
  const saved = useSavedFilters().find(({ filter }) => filter === search.filter);
  const board = search.view === 'board';
  const sort = search.sort ?? (search.due ? 'due' : 'rank');
  return (
    <header className="toolbar">
      <h1 tabIndex={-1}>{saved?.name ?? titleOf(search)}</h1>
      <div className="toolbar-tools">
        <SearchField value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined }, true)} />
        <button type="button" className={filtering ? 'icon-button active' : 'icon-button'} aria-label="Filter"
          aria-expanded={filtering} onClick={onFilter}>
          <Icon name="filter" />
        </button>
        <Menu
          label={`Priority: ${search.priority ? PRIORITY_NAMES[search.priority] : 'any'}`}
          className={search.priority ? 'icon-button active' : 'icon-button'}
          items={[
            { label: 'Any priority', checked: !search.priority, run: () => onChange({ priority: undefined }) },
            ...PRIORITIES.map((priority) => ({
              label: PRIORITY_NAMES[priority],
              checked: search.priority === priority,
              run: () => onChange({ priority }),
            })),
          ]}
        >
          <Icon name="flag" />
        </Menu>
        <Menu
          label={`Sort: ${SORT_NAMES[sort as keyof typeof SORT_NAMES]}`}
          items={Object.entries(SORT_NAMES).map(([key, label]) => ({
            label,
            checked: key === sort,
            run: () => onChange({ sort: key as TaskSearch['sort'] }),
          }))}
        >
          <Icon name="sort" />
        </Menu>
        <div className="segments" role="group" aria-label="View">
          <button type="button" aria-pressed={!board} onClick={() => onChange({ view: undefined })}>
            <Icon name="list" /> <span>List</span>
          </button>
          <button type="button" aria-pressed={board} onClick={() => onChange({ view: 'board' })}>
            <Icon name="board" /> <span>Board</span>
          </button>
        </div>
      </div>
      <Filters search={search} onChange={onChange} />
    </header>
  );
}

function Filters({ search, onChange }: { search: TaskSearch; onChange: (part: Partial<TaskSearch>) => unknown }) {
  const labels = search.label ?? [];
  if (labels.length === 0 && !search.priority) {
    return null;
  }
  return (
    <p className="filters">
      {labels.map((label) => (
        <button
          key={label}
          type="button"
          className="chip removable"
          aria-label={`Remove the filter ${label}`}
          onClick={() => onChange({ label: labels.length > 1 ? labels.filter((each) => each !== label) : undefined })}
        >
          {label} <Icon name="close" size={12} />
        </button>
      ))}
      {search.priority && (
        <button
          type="button"
          className="chip removable"
          aria-label={`Remove the filter ${search.priority}`}
          onClick={() => onChange({ priority: undefined })}
        >
          {PRIORITY_NAMES[search.priority]} <Icon name="close" size={12} />
        </button>
      )}
    </p>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (q: string) => unknown }) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useKeys({ '/': () => input.current?.focus() });
  // The address may have changed elsewhere: back, a link, the palette.
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => change.current(text.trim()), SEARCH_DELAY);
    return () => clearTimeout(timer);
  }, [text, value]);

  return (
    <div className="search" role="search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="search"
        aria-label="Search tasks"
        placeholder="Search"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setText('');
            input.current?.blur();
          }
        }}
      />
    </div>
  );
}

function titleOf({ due, label, q, filter }: TaskSearch): string {
  if (filter) {
    return 'Filtered';
  }
  if (q) {
    return 'Search';
  }
  if (due) {
    return due === 'today' ? 'Today' : 'Next 7 days';
  }
  return label?.length === 1 ? `#${label[0]}` : 'All tasks';
}
