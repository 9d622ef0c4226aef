import { expect, test } from 'vitest';

import { changeWords } from './historyWords.ts';
import { reminderWords } from './reminderWords.ts';
import { ruleWords } from './ruleWords.ts';

test.each([
  ['FREQ=WEEKLY', 'Every week'],
  ['RRULE:FREQ=DAILY', 'Every day'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;COUNT=10', 'Every 3 weeks on Mon, Thu, 10 times'],
  ['FREQ=DAILY;UNTIL=20261231', 'Every day, until 2026-12-31'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['nonsense', 'nonsense'],
])('says %s as “%s”', (rule, words) => {
  expect(ruleWords(rule)).toBe(words);
});

test.each([
  [{ before: 'PT30M' }, false, '30 minutes before'],
  [{ before: 'P1DT1H' }, false, '1 day 1 hour before'],
  [{ before: '-PT2H' }, false, '2 hours after'],
  [{ before: 'PT0S' }, false, 'When it is due'],
  [{ before: '-PT9H' }, true, 'On the day at 09:00'],
  [{ at: '2026-12-01T08:00:00Z' }, false, '1 Dec 2026, 09:00'],
])('reminds %j (all day: %s): %s', (reminder, allDay, words) => {
  expect(reminderWords(reminder, allDay, 'Europe/Berlin')).toBe(words);
});

test.each([
  ['title', 'Old', 'New', 'Title: Old → New'],
  ['labels', [], ['home', 'work'], 'Labels: none → home, work'],
  ['due', null, { date: '2026-12-01', time: '09:00', timeZone: null }, 'Due: none → 2026-12-01 09:00'],
  ['recurrence', null, { rule: 'FREQ=DAILY', from: 'schedule' }, 'Repeats: none → Every day'],
  ['status', 'todo', 'in_progress', 'Status: To do → In progress'],
  ['rank', 'a', 'b', 'Moved in your order'],
])('tells a change of %s', (field, from, to, words) => {
  expect(changeWords(field, { from, to })).toBe(words);
});
