import type { Due, TaskPriority } from './task.ts';

/** What a quick-add line says. */
export interface QuickTask {
  title: string;
  labels: string[];
  priority: TaskPriority;
  due: Due | null;
  /** How it comes again, as an RFC 5545 rule. */
  rule?: string | null;
}

/** Finds the first date in a text: the words that say it, the day, and the time when there is one. */
export type DateFinder = (text: string) => { text: string; date: string; time: string | null } | null;

const LABEL = /(?<=^|\s)#([^\s#]{1,50})/gu;
const PRIORITY = /(?<=^|\s)!(urgent|high|medium|low|[1-4])(?=\s|$)/giu;
const EVERY = /(?<=^|\s)every (?:(\d{1,3}) )?(day|weekday|week|month|year|(mon|tues|wednes|thurs|fri|satur|sun)day)s?(?=\s|$)/iu;
const UNITS: Record<string, string> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };
const NUMBERED: Record<string, TaskPriority> = { 1: 'urgent', 2: 'high', 3: 'medium', 4: 'low' };

/**
 * Reads a line like `Pay rent tomorrow 9am #home !high`. What is understood leaves the title; a line of nothing else keeps
 * its words as the title.
 */
export function parseQuickAdd(line: string, findDate: DateFinder | null): QuickTask {
  const labels = [...new Set([...line.matchAll(LABEL)].map((match) => match[1]!))];
  const priority = [...line.matchAll(PRIORITY)].at(-1)?.[1]?.toLowerCase();
  const every = EVERY.exec(line);
  // "every Monday" is also when it is due first.
  const words = line.replace(LABEL, ' ').replace(PRIORITY, ' ').replace(EVERY, every?.[3] ? every[2]! : ' ');
  const found = findDate?.(words) ?? null;
  const title = tidy(found ? words.replace(found.text, ' ') : words);
  return {
    title: title || tidy(words) || tidy(line),
    labels,
    priority: priority ? (NUMBERED[priority] ?? (priority as TaskPriority)) : 'medium',
    due: found && { date: found.date, time: found.time, timeZone: null },
    rule: every && ruleOf(every[2]!.toLowerCase(), every[1]),
  };
}

function ruleOf(unit: string, interval: string | undefined): string {
  const frequency = UNITS[unit];
  if (!frequency) {
    return `FREQ=WEEKLY;BYDAY=${unit === 'weekday' ? 'MO,TU,WE,TH,FR' : unit.slice(0, 2).toUpperCase()}`;
  }
  return `FREQ=${frequency}${Number(interval ?? 1) > 1 ? `;INTERVAL=${Number(interval)}` : ''}`;
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
