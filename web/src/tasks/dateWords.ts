import { casual } from 'chrono-node/en';

import type { DateFinder } from './quickAdd.ts';

/** Understands dates in English words. It is a big dictionary and is only loaded when somebody begins to type. */
export function dateFinder(now: () => Date): DateFinder {
  return (text) => {
    const found = casual.parse(text, now(), { forwardDate: true })[0];
    if (!found) {
      return null;
    }
    const day = [found.start.get('year'), found.start.get('month'), found.start.get('day')];
    const time = [found.start.get('hour'), found.start.get('minute')];
    return {
      // "by Friday", "on Monday": the little word belongs to the date.
      text: new RegExp(`(?:\\b(?:by|on|due|at)\\s+)?${escaped(found.text)}`, 'iu').exec(text)?.[0] ?? found.text,
      date: day.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-'),
      time: found.start.isCertain('hour') ? time.map((part) => String(part).padStart(2, '0')).join(':') : null,
    };
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
