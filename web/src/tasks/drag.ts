import { useEffect, useRef, type RefObject } from 'react';

export type Side = 'before' | 'after';
type OnDrop = (id: string, target: string, side: Side) => void;

/**
 * Lets tasks be dragged onto tasks below an element. Rows come and go as the list scrolls, so the page watches for them
 * instead of asking each to register; the library is loaded once a mouse is near.
 */
export function useRowDrag(root: RefObject<HTMLElement | null>, enabled: boolean, onDrop: OnDrop): void {
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => {
    const element = root.current;
    if (!enabled || !element) {
      return undefined;
    }
    let stop: (() => void) | undefined;
    let ended = false;
    const load = () => {
      import('./dragRows.ts').then(
        ({ dragRows }) => (stop = ended ? undefined : dragRows(element, (...args) => drop.current(...args))),
        // Offline before it was ever loaded: the keys and the menus still move tasks.
        () => undefined,
      );
    };
    element.addEventListener('pointerover', load, { once: true });
    return () => {
      ended = true;
      element.removeEventListener('pointerover', load);
      stop?.();
    };
  }, [root, enabled]);
}
