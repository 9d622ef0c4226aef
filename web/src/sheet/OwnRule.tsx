import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';

import { preview } from '../api/generated/sdk.gen.ts';
import { sentenceOf } from '../api/problem.ts';
import { dueLabel } from '../tasks/dates.ts';
import type { Due } from '../tasks/task.ts';
import { useSettled } from '../ui/useSettled.ts';

/** A rule of RFC 5545 as text. The service tries it while it is written: what it gives, or what is wrong with it. */
export function OwnRule({ rule, due, zone, onSave }: {
  rule: string;
  due: Due;
  zone: string;
  onSave: (rule: string) => void;
}) {
  const [text, setText] = useState(rule);
  const id = useId();
  const tried = useSettled(text.trim(), 250);
  const query = useQuery({
    queryKey: ['preview', tried, due],
    queryFn: async ({ signal }) => (await preview({ body: { rule: tried, due, limit: 4 }, signal })).data!.items,
    enabled: tried !== '',
    gcTime: 60_000,
  });
  const good = query.isSuccess && tried === text.trim();
  return (
    <form
      className="own-rule"
      onSubmit={(event) => {
        event.preventDefault();
        if (good) {
          onSave(tried);
        }
      }}
    >
      <input aria-label="Rule" aria-describedby={id} aria-invalid={query.isError || undefined} value={text} maxLength={500}
        spellCheck={false} autoCapitalize="off" autoComplete="off" onChange={(event) => setText(event.target.value)} />
      <button type="submit" className="quiet" disabled={!good}>Use it</button>
      <p id={id} className={query.isError ? 'alert' : 'hint'} role="status">
        {query.isError
          ? sentenceOf(query.error)
          : query.data && `Gives ${query.data.map((each) => dueLabel(each, zone, new Date())).join(', ') || 'no date'}`}
      </p>
    </form>
  );
}
