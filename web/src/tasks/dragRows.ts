import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

import type { Side } from './drag.ts';

const SELECTOR = '[data-id], [data-lane]';

/** Makes every task and lane below the element something to drag or to drop on, now and later. Answers how to stop. */
export function dragRows(root: HTMLElement, onDrop: (id: string, target: string, side: Side) => void): () => void {
  const registered = new Map<HTMLElement, () => void>();

  const register = () => {
    for (const [element, stop] of registered) {
      if (!element.isConnected) {
        stop();
        registered.delete(element);
      }
    }
    for (const element of root.querySelectorAll<HTMLElement>(SELECTOR)) {
      if (!registered.has(element)) {
        registered.set(element, element.dataset.id ? taskOf(element) : laneOf(element));
      }
    }
  };

  const watch = new MutationObserver(register);
  watch.observe(root, { childList: true, subtree: true });
  register();
  const stopMonitor = monitorForElements({
    onDrop: ({ source, location }) => {
      const target = location.current.dropTargets[0];
      if (target) {
        onDrop(String(source.data.id), String(target.data.id), target.data.side as Side);
      }
    },
  });
  return combine(stopMonitor, () => watch.disconnect(), () => registered.forEach((stop) => stop()));
}

function taskOf(element: HTMLElement): () => void {
  // Read anew each time: an element may come to show another task.
  const id = () => element.dataset.id ?? '';
  const mark = (side: Side | null) => (side ? (element.dataset.drop = side) : delete element.dataset.drop);
  return combine(
    draggable({
      element,
      getInitialData: () => ({ id: id() }),
      onDragStart: () => (element.dataset.dragging = ''),
      onDrop: () => delete element.dataset.dragging,
    }),
    dropTargetForElements({
      element,
      getData: ({ input }) => ({ id: id(), side: sideOf(element, input.clientY) }),
      canDrop: ({ source }) => source.data.id !== id(),
      onDrag: ({ self }) => mark(self.data.side as Side),
      onDragLeave: () => mark(null),
      onDrop: () => mark(null),
    }),
  );
}

function laneOf(element: HTMLElement): () => void {
  return dropTargetForElements({
    element,
    getData: () => ({ id: element.dataset.lane ?? '', side: 'after' }),
    onDragEnter: () => (element.dataset.over = ''),
    onDragLeave: () => delete element.dataset.over,
    onDrop: () => delete element.dataset.over,
  });
}

function sideOf(element: HTMLElement, y: number): Side {
  const box = element.getBoundingClientRect();
  return y < box.top + box.height / 2 ? 'before' : 'after';
}
