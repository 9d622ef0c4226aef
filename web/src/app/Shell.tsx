import { onlineManager } from '@tanstack/react-query';
import { Link, Outlet, useLinkProps, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';

import { searchOf, useSavedFilters } from '../filters/savedFilters.ts';
import { useLabels } from '../labels/labels.ts';
import { usePending } from '../tasks/hooks.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { useKeys } from './keys.ts';
import { readSearch, type TaskSearch } from './search.ts';

const Palette = lazy(() => import('../palette/Palette.tsx').then((module) => ({ default: module.Palette })));
const Shortcuts = lazy(() => import('../palette/Shortcuts.tsx').then((module) => ({ default: module.Shortcuts })));

const VIEWS: ReadonlyArray<{ name: string; icon: IconName; search: TaskSearch }> = [
  { name: 'All tasks', icon: 'inbox', search: {} },
  { name: 'Today', icon: 'sun', search: { due: 'today' } },
  { name: 'Next 7 days', icon: 'calendar', search: { due: 'week' } },
];

/** What stands around every page: the views, the state of the connection, messages, and what every key can reach. */
export function Shell() {
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  useKeys({
    'Mod+k': () => setOverlay('palette'),
    '?': () => setOverlay('shortcuts'),
  });
  useTitleFocus();
  return (
    <div className="app">
      <a className="skip" href="#main">
        Skip to the tasks
      </a>
      <Sidebar onPalette={() => setOverlay('palette')} />
      <main id="main" tabIndex={-1}>
        <ConnectionBar />
        <Outlet />
      </main>
      <Toasts />
      <p id="announcer" className="visually-hidden" aria-live="polite" />
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette onClose={() => setOverlay(null)} onShortcuts={() => setOverlay('shortcuts')} />}
        {overlay === 'shortcuts' && <Shortcuts onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  );
}

function Sidebar({ onPalette }: { onPalette: () => void }) {
  const labels = useLabels();
  const filters = useSavedFilters();
  return (
    <nav className="sidebar" aria-label="Views">
      <p className="brand">
        <img src="/favicon.svg" alt="" width="24" height="24" />
        TaskFlow
      </p>
      <button type="button" className="palette-button" onClick={onPalette}>
        <Icon name="search" size={16} /> <span>Find or do</span> <kbd>Ctrl K</kbd>
      </button>
      <ul className="views">
        {VIEWS.map(({ name, icon, search }) => (
          <li key={name}>
            <View name={name} icon={icon} search={search} />
          </li>
        ))}
      </ul>
      <Group name="Filters">
        {filters.map((filter) => <View key={filter.id} name={filter.name} icon="filter" search={searchOf(filter)} />)}
      </Group>
      <Group name="Labels">
        {labels.map(({ id, name, color }) => <View key={id} name={name} icon="tag" color={color} search={{ label: [name] }} />)}
      </Group>
      <ul className="views last">
        <li>
          <Link to="/trash" className="view" activeProps={{ 'aria-current': 'page' }}>
            <Icon name="trash" /> <span>Trash</span>
          </Link>
        </li>
        <li>
          <Link to="/settings" className="view" activeProps={{ 'aria-current': 'page' }}>
            <Icon name="settings" /> <span>Settings</span>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Group({ name, children }: { name: string; children: ReactElement[] }) {
  return children.length > 0 && (
    <div className="labels">
      <h2>{name}</h2>
      <ul>
        {children.map((child) => <li key={child.key}>{child}</li>)}
      </ul>
    </div>
  );
}

/**
 * A view keeps list or board as it is, and drops what narrows the one before. Which one is shown is said here: to the
 * library every view of the list is the same page.
 */
function View({ name, icon, color, search }: { name: string; icon: IconName; color?: string | null; search: TaskSearch }) {
  const { pathname, search: address } = useLocation();
  const now = readSearch(address);
  const current = pathname === '/' && now.due === search.due && now.filter === search.filter && !now.q &&
    (now.label ?? []).join('\n') === (search.label ?? []).join('\n');
  const link = useLinkProps({
    to: '/',
    search: (before: TaskSearch) => ({ ...search, ...(before.view && { view: before.view }) }),
  });
  return (
    <a {...link} className="view" aria-current={current ? 'page' : undefined}>
      <span className="view-icon" style={color ? { color } : undefined}><Icon name={icon} /></span> <span>{name}</span>
    </a>
  );
}

/** Says when the service is out of reach, and how much is waiting for it. */
function ConnectionBar() {
  const online = useSyncExternalStore((listener) => onlineManager.subscribe(listener), () => onlineManager.isOnline());
  const waiting = usePending().length;
  return (
    <div className="connection" role="status">
      {!online && (
        <p>
          <Icon name="offline" size={16} />
          You are offline. {waiting === 0 ? 'Go on working: ' : `${waiting} ${waiting === 1 ? 'change is' : 'changes are'} kept here: `}
          everything is sent when the connection is back.
        </p>
      )}
    </div>
  );
}

/** Names the page, and puts the focus at its beginning after a change of page, as a browser does. */
function useTitleFocus(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${{ '/': 'Tasks', '/trash': 'Trash', '/settings': 'Settings' }[pathname] ?? 'Not found'} · TaskFlow`;
  }, [pathname]);
}

export function NotFound() {
  const navigate = useNavigate();
  return (
    <div className="empty">
      <h1>There is no such page</h1>
      <button type="button" className="primary" onClick={() => void navigate({ to: '/' })}>
        To the tasks
      </button>
    </div>
  );
}
