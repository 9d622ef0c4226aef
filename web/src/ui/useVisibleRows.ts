import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';

export interface VisibleRow {
  index: number;
  key: string;
  /** Pixels from the list's beginning. */
  start: number;
}

/**
 * Which rows of a long list are to be in the page: those on screen and a few around. Heights are measured as rows come
 * in; before that they are as estimated.
 */
export function useVisibleRows({ keys, scroller, estimate, around }: {
  keys: readonly string[];
  scroller: RefObject<HTMLElement | null>;
  estimate: (index: number) => number;
  around: number;
}) {
  const { heights, measure } = useMeasuredHeights();
  const [view, setView] = useState({ top: 0, height: 800 });
  const starts = useMemo(() => startsOf(keys, heights, estimate), [keys, heights, estimate]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return undefined;
    }
    let frame = 0;
    const read = () => {
      frame = 0;
      setView((before) =>
        before.top === element.scrollTop && before.height === element.clientHeight
          ? before
          : { top: element.scrollTop, height: element.clientHeight });
    };
    const later = () => (frame ||= requestAnimationFrame(read));
    const size = new ResizeObserver(later);
    size.observe(element);
    element.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      element.removeEventListener('scroll', later);
    };
  }, [scroller]);

  const first = Math.max(0, rowAt(starts, view.top) - around);
  const last = Math.min(keys.length - 1, rowAt(starts, view.top + view.height) + around);
  const rows: VisibleRow[] = [];
  for (let index = first; index <= last; index++) {
    rows.push({ index, key: keys[index]!, start: starts[index]! });
  }

  const scrollTo = useCallback((index: number) => {
    const element = scroller.current;
    const [start, end] = [starts[index], starts[index + 1]];
    if (!element || start === undefined || end === undefined) {
      return;
    }
    const { scrollTop, clientHeight } = element;
    if (start < scrollTop || end > scrollTop + clientHeight) {
      element.scrollTo({ top: start < scrollTop ? start : end - clientHeight });
    }
  }, [scroller, starts]);

  return { rows, height: starts.at(-1) ?? 0, measure, scrollTo };
}

/** A ref for every row, which must carry its key in `data-key`: one observer measures them all. */
function useMeasuredHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observer = useRef<ResizeObserver | null>(null);
  const measure = useCallback((row: HTMLElement | null) => {
    observer.current ??= new ResizeObserver((entries) => {
      const sizes = entries.map(({ target, borderBoxSize }) =>
        [(target as HTMLElement).dataset.key ?? '', borderBoxSize[0]!.blockSize] as const);
      setHeights((before) =>
        sizes.some(([key, size]) => size > 0 && before.get(key) !== size)
          ? new Map([...before, ...sizes.filter(([, size]) => size > 0)])
          : before);
    });
    const seen = observer.current;
    if (row) {
      seen.observe(row);
    }
    return () => {
      if (row) {
        seen.unobserve(row);
      }
    };
  }, []);
  return { heights, measure };
}

function startsOf(keys: readonly string[], heights: ReadonlyMap<string, number>, estimate: (index: number) => number) {
  const starts = [0];
  for (let i = 0; i < keys.length; i++) {
    starts.push(starts[i]! + (heights.get(keys[i]!) ?? estimate(i)));
  }
  return starts;
}

/** The row that is at this height, by halving. */
function rowAt(starts: readonly number[], top: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= top) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
