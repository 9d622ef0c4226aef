import { expect, test } from 'vitest';

import { dateIn, dueLabel, instantOf, isOverdue, plusDays } from './dates.ts';

const NOW = new Date('2026-11-22T08:30:00Z');
const due = (date: string, time: string | null = null, timeZone: string | null = null) => ({ date, time, timeZone });

test('knows which day it is where somebody is', () => {
  expect(dateIn('Pacific/Auckland', new Date('2026-11-22T12:00:00Z'))).toBe('2026-11-23');
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
});

test.each([
  ['all day', due('2026-12-01'), '2026-11-30T23:00:00Z'],
  ['floating', due('2026-12-01', '09:00'), '2026-12-01T08:00:00Z'],
  ['fixed', due('2026-12-01', '09:00', 'America/New_York'), '2026-12-01T14:00:00Z'],
  ['skipped by the clock change', due('2026-03-29', '02:30'), '2026-03-29T01:30:00Z'],
  ['twice on that day', due('2026-10-25', '02:30'), '2026-10-25T00:30:00Z'],
])('orders what is %s as the service does', (_name, given, expected) => {
  expect(new Date(instantOf(given, 'Europe/Berlin')).toISOString()).toBe(expected.replace('Z', '.000Z'));
});

test('is late after the day, or after the minute', () => {
  expect(isOverdue(due('2026-11-22'), 'UTC', NOW)).toBe(false);
  expect(isOverdue(due('2026-11-21'), 'UTC', NOW)).toBe(true);
  expect(isOverdue(due('2026-11-22', '08:29'), 'UTC', NOW)).toBe(true);
  expect(isOverdue(due('2026-11-22', '09:00'), 'UTC', NOW)).toBe(false);
});

test.each([
  [due('2026-11-21'), 'Yesterday'],
  [due('2026-11-22', '17:00'), 'Today 17:00'],
  [due('2026-11-23'), 'Tomorrow'],
  [due('2026-11-27'), 'Friday'],
  [due('2026-12-04'), 'Fri 4 Dec'],
  [due('2027-01-04'), '4 Jan 2027'],
  [due('2026-11-22', '23:30', 'America/New_York'), 'Tomorrow 04:30'],
])('names days as short as it is clear', (given, expected) => {
  expect(dueLabel(given, 'UTC', NOW)).toBe(expected);
});
