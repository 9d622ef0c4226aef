import type { Reminder } from '../tasks/task.ts';

/** What is offered beside a due date with a time. */
export const BEFORE_A_TIME: readonly string[] = ['PT0S', 'PT10M', 'PT30M', 'PT1H', 'PT3H', 'P1D', 'P1W'];

/** What is offered where a task is due all day, which begins at midnight. */
export const BEFORE_A_DAY: readonly string[] = ['-PT9H', 'PT6H', 'PT15H', 'P1D', 'P1W'];

const ALL_DAY: Record<string, string> = {
  '-PT9H': 'On the day at 09:00',
  PT6H: 'The day before at 18:00',
  PT15H: 'The day before at 09:00',
};

const DURATION = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = ['week', 'day', 'hour', 'minute', 'second'];

/** A reminder as people say it. */
export function reminderWords({ before, at }: Reminder, allDay: boolean, zone: string): string {
  if (at) {
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(at));
  }
  return (allDay ? ALL_DAY[before!] : undefined) ?? durationWords(before!);
}

function durationWords(duration: string): string {
  const found = DURATION.exec(duration);
  if (!found) {
    return duration;
  }
  const [sign, ...amounts] = found.slice(1);
  const parts = amounts.flatMap((amount, i) => (Number(amount ?? 0) > 0 ? [counted(Number(amount), UNITS[i]!)] : []));
  return parts.length === 0 ? 'When it is due' : `${parts.join(' ')} ${sign ? 'after' : 'before'}`;
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
