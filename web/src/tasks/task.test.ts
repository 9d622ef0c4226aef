import { expect, test } from 'vitest';

import { aTask } from './aTask.ts';
import { addressed, patched } from './task.ts';

const NOW = '2026-11-22T09:00:00.000Z';
const due = { date: '2026-11-22', time: null, timeZone: null };
const recurrence = { rule: 'FREQ=DAILY', from: 'schedule', anchor: due, occurrence: '2026-11-21', number: 3, firstNumber: 1 } as const;

test('says which occurrence is finished, so that sent twice it finishes no other', () => {
  expect(addressed(aTask({ due, recurrence }), { status: 'done' })).toEqual({ status: 'done', occurrence: '2026-11-21' });
  expect(addressed(aTask({ due }), { status: 'done' })).toEqual({ status: 'done' });
  expect(addressed(aTask({ due, recurrence }), { status: 'done', recurrence: null })).not.toHaveProperty('occurrence');
  expect(addressed(aTask({ due, recurrence }), { title: 'Other' })).toEqual({ title: 'Other' });
});

test('begins a series at the due date, and ends it with that', () => {
  const repeated = patched(aTask({ due }), { recurrence: { rule: 'FREQ=WEEKLY', from: 'completion' } }, NOW);

  expect(repeated.recurrence).toMatchObject({ rule: 'FREQ=WEEKLY', from: 'completion', anchor: due, occurrence: due.date });
  expect(patched(repeated, { due: null }, NOW).recurrence).toBeNull();
  expect(patched(repeated, { recurrence: null }, NOW)).toMatchObject({ due, recurrence: null });
  expect(patched(repeated, { title: 'Other' }, NOW).recurrence).toBe(repeated.recurrence);
});
