import { expect, test } from 'vitest';

import { dateFinder } from './dateWords.ts';
import { parseQuickAdd } from './quickAdd.ts';

/** A Sunday morning. */
const find = dateFinder(() => new Date(2026, 10, 22, 8, 30));

test('understands a line of everything', () => {
  expect(parseQuickAdd('Pay rent tomorrow 9am #home #bills !high', find)).toEqual({
    title: 'Pay rent',
    labels: ['home', 'bills'],
    priority: 'high',
    due: { date: '2026-11-23', time: '09:00', timeZone: null },
    rule: null,
  });
});

test.each([
  ['Call Ada on Friday', 'Call Ada', '2026-11-27', null],
  ['Hand in the report by 1 December', 'Hand in the report', '2026-12-01', null],
  ['today at 18:30 water the plants', 'water the plants', '2026-11-22', '18:30'],
])('takes the date out of “%s”', (line, title, date, time) => {
  expect(parseQuickAdd(line, find)).toMatchObject({ title, due: { date, time } });
});

test('leaves alone what only looks like it', () => {
  expect(parseQuickAdd('Fix issue#12 and say hi!', find)).toMatchObject({ title: 'Fix issue#12 and say hi!', labels: [] });
  expect(parseQuickAdd('!important thing', null)).toMatchObject({ title: '!important thing', priority: 'medium' });
});

test('keeps the words of a line of nothing else as its title', () => {
  expect(parseQuickAdd('tomorrow', find)).toMatchObject({ title: 'tomorrow', due: { date: '2026-11-23' } });
  expect(parseQuickAdd('#home', find)).toMatchObject({ title: '#home', labels: ['home'] });
});

test('does without dates before they are loaded', () => {
  expect(parseQuickAdd('Pay rent tomorrow', null)).toMatchObject({ title: 'Pay rent tomorrow', due: null });
});

test.each([
  ['Water the plants every day #home', 'Water the plants', 'FREQ=DAILY'],
  ['Back up every 2 weeks', 'Back up', 'FREQ=WEEKLY;INTERVAL=2'],
  ['Stand-up every weekday', 'Stand-up', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Choir every Thursday', 'Choir Thursday', 'FREQ=WEEKLY;BYDAY=TH'],
  ['Check every door', 'Check every door', null],
])('hears from “%s” how it comes again', (line, title, rule) => {
  expect(parseQuickAdd(line, null)).toMatchObject({ title, rule });
});
