import { useSyncExternalStore } from 'react';

/** What somebody chose for this browser alone. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  /** Single letters as shortcuts; whoever dictates or uses a screen reader may want them off (WCAG 2.1.4). */
  letterKeys: boolean;
}

const KEY = 'taskflow-preferences';
const DEFAULTS: Preferences = { theme: 'system', letterKeys: true };
const listeners = new Set<() => void>();
let current = read();

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  apply();
  listeners.forEach((listener) => listener());
}

export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}

/** Puts the chosen colours on the page; without a choice the system's hold. */
export function apply(): void {
  if (current.theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = current.theme;
  }
}

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}
