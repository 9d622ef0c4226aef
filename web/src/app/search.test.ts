import { expect, test } from 'vitest';

import { parseAddress, readSearch, writeAddress } from './search.ts';

test('keeps a view in the address and finds it again', () => {
  const search = { view: 'board', label: ['home', 'a,b'], q: 'rent & more', sort: 'due' } as const;

  expect(readSearch(parseAddress(writeAddress(search)))).toEqual(search);
});

test('leaves out what nobody of us wrote', () => {
  expect(readSearch(parseAddress('?view=cards&sort=size&priority=9&q=&utm=x'))).toEqual({});
  expect(writeAddress({ q: undefined })).toBe('');
});
