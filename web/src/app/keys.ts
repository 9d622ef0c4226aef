import { useEffect, useRef } from 'react';

import { preferences } from './preferences.ts';

/** What a key does; false lets the browser have it after all. */
type Command = (event: KeyboardEvent) => unknown;

/** Where keys are letters and not commands. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/**
 * Keys of the page, like `j`, `Alt+ArrowUp` and `Mod+k` (Ctrl, or Cmd on a Mac). Single keys do nothing while somebody
 * types or a dialog is open, and letters nothing where they were switched off.
 */
export function useKeys(commands: Record<string, Command>, enabled = true): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const onKey = (event: KeyboardEvent) => {
      const command = current.current[nameOf(event)];
      if (command && isMeant(event) && command(event) !== false) {
        event.preventDefault();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [enabled]);
}

function nameOf(event: KeyboardEvent): string {
  const modifier = event.metaKey || event.ctrlKey ? 'Mod+' : event.altKey ? 'Alt+' : '';
  return modifier + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) {
    return false;
  }
  if (event.metaKey || event.ctrlKey) {
    return true;
  }
  const letter = event.key.length === 1;
  return !isTyping(event) && !document.querySelector('dialog[open], :popover-open') && (!letter || preferences().letterKeys);
}
