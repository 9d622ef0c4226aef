import { expect, test } from 'vitest';

import { rankBetween } from './rank.ts';

test.each([
  [null, null],
  [null, 'a00000001'],
  ['a00000001', null],
  ['a00000001', 'a00000002'],
  ['a0', 'a00V'],
  ['az', 'b'],
  ['zzz', null],
  [null, '01'],
])('is between %s and %s', (before, after) => {
  const rank = rankBetween(before, after);

  expect(before === null || before < rank).toBe(true);
  expect(after === null || rank < after).toBe(true);
  expect(rank).not.toMatch(/0$/);
});

test('always finds room again at the same place', () => {
  let after = rankBetween(null, null);
  for (let i = 0; i < 200; i++) {
    const rank = rankBetween(null, after);
    expect(rank < after).toBe(true);
    after = rank;
  }
  expect(after.length).toBeLessThan(60);
});

test('refuses two that are the same', () => {
  expect(() => rankBetween('a1', 'a1')).toThrow(RangeError);
});
