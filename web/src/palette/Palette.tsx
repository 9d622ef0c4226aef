import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';

import { listTasks, logout } from '../api/generated/sdk.gen.ts';
import { setPreferences } from '../app/preferences.ts';
import { signOut } from '../app/user.ts';
import { searchOf, useSavedFilters } from '../filters/savedFilters.ts';
import { useLabels } from '../labels/labels.ts';
import { STATUS_NAMES } from '../tasks/task.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';

interface Entry {
  id: string;
  name: string;
  hint?: string;
  icon: IconName;
  run: () => unknown;
}

/** Finds a task, a view or a command by a few letters. */
export function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const commands = useCommands(onShortcuts);
  const tasks = useFoundTasks(useDeferredValue(text.trim()));
  const wanted = text.trim().toLowerCase();
  const entries = [...commands.filter(({ name }) => wordsMatch(name, wanted)), ...tasks];
  const current = Math.min(active, entries.length - 1);

  const run = (entry: Entry | undefined) => {
    if (entry) {
      onClose();
      void entry.run();
    }
  };
  const walk = (step: number) => {
    const next = (current + step + entries.length) % entries.length;
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog label="Find or do" className="palette" onClose={onClose}>
      <div className="palette-input">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Find or do"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
          placeholder="Find a task, go somewhere, do something"
          value={text}
          maxLength={100}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step !== undefined && entries.length > 0) {
              event.preventDefault();
              walk(step);
            } else if (event.key === 'Enter') {
              event.preventDefault();
              run(entries[current]);
            }
          }}
        />
      </div>
      <div id={id} className="palette-list" role="listbox" aria-label="Found">
        {entries.map((entry, index) => (
          // The keyboard works from the field, which names the active option: they never have the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onPointerMove={() => setActive(index)}
            onClick={() => run(entry)}
          >
            <Icon name={entry.icon} />
            <span>{entry.name}</span>
            {entry.hint && <small>{entry.hint}</small>}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="palette-empty" role="status">Nothing found</p>}
    </Dialog>
  );
}

function useCommands(onShortcuts: () => void): Entry[] {
  const navigate = useNavigate();
  const labels = useLabels();
  const filters = useSavedFilters();
  return [
    { id: 'new', name: 'New task', hint: 'n', icon: 'plus', run: async () => {
      await navigate({ to: '/' });
      dispatchEvent(new Event('taskflow:new'));
    } },
    { id: 'all', name: 'Go to all tasks', icon: 'inbox', run: () => navigate({ to: '/' }) },
    { id: 'today', name: 'Go to today', icon: 'sun', run: () => navigate({ to: '/', search: { due: 'today' } }) },
    { id: 'week', name: 'Go to the next 7 days', icon: 'calendar', run: () => navigate({ to: '/', search: { due: 'week' } }) },
    { id: 'board', name: 'Show as board', icon: 'board', run: () => navigate({ to: '/', search: { view: 'board' } }) },
    { id: 'list', name: 'Show as list', icon: 'list', run: () => navigate({ to: '/' }) },
    { id: 'trash', name: 'Go to trash', icon: 'trash', run: () => navigate({ to: '/trash' }) },
    { id: 'settings', name: 'Go to settings', icon: 'settings', run: () => navigate({ to: '/settings' }) },
    ...labels.map(({ id, name }): Entry => ({
      id, name: `Go to label ${name}`, icon: 'tag', run: () => navigate({ to: '/', search: { label: [name] } }),
    })),
    ...filters.map((filter): Entry => ({
      id: filter.id, name: `Go to filter ${filter.name}`, icon: 'filter', run: () => navigate({ to: '/', search: searchOf(filter) }),
    })),
    { id: 'dark', name: 'Dark colours', icon: 'settings', run: () => setPreferences({ theme: 'dark' }) },
    { id: 'light', name: 'Light colours', icon: 'settings', run: () => setPreferences({ theme: 'light' }) },
    { id: 'keys', name: 'Keyboard shortcuts', hint: '?', icon: 'keyboard', run: onShortcuts },
    { id: 'out', name: 'Sign out', icon: 'close', run: () => signOut(() => logout().catch(() => undefined)) },
  ];
}

function useFoundTasks(q: string): Entry[] {
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['palette', q],
    queryFn: async ({ signal }) => (await listTasks({ query: { q, limit: 8, sort: '-updatedAt' }, signal })).data!.items,
    enabled: q.length > 1,
    placeholderData: (before) => before,
  });
  return (q.length > 1 ? (data ?? []) : []).map((task) => ({
    id: task.id,
    name: task.title,
    hint: STATUS_NAMES[task.status],
    icon: 'check',
    run: () => navigate({ to: '/', search: { task: task.id } }),
  }));
}

function wordsMatch(name: string, wanted: string): boolean {
  return wanted.split(/\s+/).every((word) => name.toLowerCase().includes(word));
}
