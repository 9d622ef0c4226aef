import type { Due } from './task.ts';

/** A date as YYYY-MM-DD in the given zone. */
export function dateIn(zone: string, at: Date): string {
  return format('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The date some days later; on dates alone, so that no change of clocks can move it. */
export function plusDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The zone of this machine. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/**
 * The instant of a due date as the service orders it: the start of the day when it is all day, and the user's zone when
 * it names none. A time that a clock change skips moves forward, one that it repeats is the first of the two.
 */
export function instantOf(due: Due, userZone: string): number {
  const zone = due.time === null ? userZone : (due.timeZone ?? userZone);
  const wall = Date.parse(`${due.date}T${due.time ?? '00:00'}:00Z`);
  const day = 86_400_000;
  // The offsets of the day before and after are all there are around a change of clocks.
  const candidates = [offset(zone, wall - day), offset(zone, wall + day)].map((shift) => wall - shift);
  const valid = candidates.filter((instant) => instant + offset(zone, instant) === wall);
  return valid.length > 0 ? Math.min(...valid) : wall - offset(zone, wall - day);
}

/** The date that a due date falls on for the user. */
export function dueDay(due: Due, userZone: string): string {
  return due.time !== null && due.timeZone !== null && due.timeZone !== userZone
    ? dateIn(userZone, new Date(instantOf(due, userZone)))
    : due.date;
}

/** Whether a task with this due date is late: all-day ones after the day, others after the minute. */
export function isOverdue(due: Due, userZone: string, now: Date): boolean {
  return due.time === null ? due.date < dateIn(userZone, now) : instantOf(due, userZone) < now.getTime();
}

/** "Today", "Tomorrow 09:00", "Fri 4 Dec": as short as it is clear. */
export function dueLabel(due: Due, userZone: string, now: Date): string {
  const today = dateIn(userZone, now);
  const day = dueDay(due, userZone);
  const distance = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  const time = due.time === null ? '' : ` ${timeIn(due, userZone)}`;
  return `${dayName(day, distance, today.slice(0, 4) === day.slice(0, 4))}${time}`;
}

function dayName(day: string, distance: number, thisYear: boolean): string {
  const near: Record<number, string> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };
  if (near[distance]) {
    return near[distance];
  }
  const at = new Date(`${day}T00:00:00Z`);
  if (distance > 1 && distance < 7) {
    return format('en-GB', 'UTC', { weekday: 'long' }).format(at);
  }
  return format('en-GB', 'UTC', thisYear
    ? { weekday: 'short', day: 'numeric', month: 'short' }
    : { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

function timeIn(due: Due, userZone: string): string {
  if (due.timeZone === null || due.timeZone === userZone) {
    return due.time ?? '';
  }
  return format('en-GB', userZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(instantOf(due, userZone)));
}

function offset(zone: string, instant: number): number {
  const parts = format('en-GB', zone, {
    year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '00';
  const wall = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(wall) - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all that is done with it. */
function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formats.set(key, made);
  }
  return made;
}
