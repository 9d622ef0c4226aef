import type { Due, TaskPriority } from './task.ts';

/** What a quick-add line says. */
export interface QuickTask {
  title: string;
  labels: string[];
  priority: TaskPriority;
  due: Due | null;
}

/** Finds the first date in a text: the words that say it, the day, and the time when there is one. */
export type DateFinder = (text: string) => { text: string; date: string; time: string | null } | null;

const LABEL = /(?<=^|\s)#([^\s#]{1,50})/gu;
const PRIORITY = /(?<=^|\s)!(urgent|high|medium|low|[1-4])(?=\s|$)/giu;
const NUMBERED: Record<string, TaskPriority> = { 1: 'urgent', 2: 'high', 3: 'medium', 4: 'low' };

/**
 * Reads a line like `Pay rent tomorrow 9am #home !high`. What is understood leaves the title; a line of nothing else keeps
 * its words as the title.
 */
export function parseQuickAdd(line: string, findDate: DateFinder | null): QuickTask {
  const labels = [...new Set([...line.matchAll(LABEL)].map((match) => match[1]!))];
  const priority = [...line.matchAll(PRIORITY)].at(-1)?.[1]?.toLowerCase();
  const words = line.replace(LABEL, ' ').replace(PRIORITY, ' ');
  const found = findDate?.(words) ?? null;
  const title = tidy(found ? words.replace(found.text, ' ') : words);
  return {
    title: title || tidy(words) || tidy(line),
    labels,
    priority: priority ? (NUMBERED[priority] ?? (priority as TaskPriority)) : 'medium',
    due: found && { date: found.date, time: found.time, timeZone: null },
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
