import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';

import { ProblemError, sentenceOf } from '../api/problem.ts';
import { createFilter, deleteFilter } from '../api/generated/sdk.gen.ts';
import type { TaskSearch } from '../app/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toasts.ts';
import { savedFilterOptions, useSavedFilters } from './savedFilters.ts';

const EXAMPLES = ['due <= today', 'priority >= high', 'due is null', 'labels any (home)', 'completedAt >= startOfWeek'];

/** A condition in the filter language: written, tried, kept under a name. The service judges it and says what is wrong. */
export function FilterBar({ search, error, onChange, onClose }: {
  search: TaskSearch;
  /** Why the list of this condition could not be had. */
  error: Error | null;
  onChange: (part: Partial<TaskSearch>) => unknown;
  onClose: () => void;
}) {
  const applied = search.filter ?? '';
  const [text, setText] = useState(applied);
  const [shown, setShown] = useState(applied);
  if (shown !== applied) {
    // The address changed elsewhere: a saved filter, the way back.
    setShown(applied);
    setText(applied);
  }
  const problem = text === applied ? problemOf(error) : null;
  const input = useInput(applied, problem);
  const id = useId();
  return (
    <div className="filter-bar" role="search" aria-label="Filter by a condition">
      <form
        className="filter-line"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ filter: text.trim() || undefined });
        }}
      >
        <Icon name="filter" size={16} />
        <input
          ref={input}
          aria-label="Condition"
          aria-invalid={problem ? true : undefined}
          aria-describedby={id}
          placeholder="due <= today and priority >= high"
          value={text}
          maxLength={1000}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && (text === applied ? onClose() : setText(applied))}
        />
        {text.trim() !== applied && <button type="submit" className="primary small">Apply</button>}
        <button type="button" className="icon-button" aria-label="Close the filter" onClick={onClose}>
          <Icon name="close" size={16} />
        </button>
      </form>
      <div id={id} className="filter-below">
        {problem && <p className="alert" role="alert">{problem}</p>}
        {text.trim() === '' && EXAMPLES.map((example) => (
          <button key={example} type="button" className="chip code" onClick={() => onChange({ filter: example })}>
            {example}
          </button>
        ))}
        {applied !== '' && text === applied && !error && <Keep filter={applied} sort={search.sort} />}
      </div>
    </div>
  );
}

/** The way into the saved filters and out of them. */
function Keep({ filter, sort }: { filter: string; sort: TaskSearch['sort'] }) {
  const client = useQueryClient();
  const saved = useSavedFilters().find((each) => each.filter === filter);
  const [name, setName] = useState('');
  const change = useMutation({
    mutationFn: async (work: () => Promise<unknown>) => {
      await work();
      await client.invalidateQueries({ queryKey: savedFilterOptions.queryKey });
    },
    onError: (problem) => toast({ tone: 'error', text: sentenceOf(problem) }),
  });
  if (saved) {
    return (
      <p className="hint">
        Saved as “{saved.name}”
        <button type="button" className="text-button" disabled={change.isPending}
          onClick={() => change.mutate(() => deleteFilter({ path: { id: saved.id } }))}>
          Forget it
        </button>
      </p>
    );
  }
  return (
    <form
      className="filter-keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') {
          change.mutate(() => createFilter({ body: { name: name.trim(), filter, ...(sort && { sort }) } }));
        }
      }}
    >
      <input aria-label="Name of this filter" placeholder="Name it to keep it" value={name} maxLength={100}
        onChange={(event) => setName(event.target.value)} />
      {name.trim() !== '' && <button type="submit" className="quiet" disabled={change.isPending}>Save</button>}
    </form>
  );
}

/** The field has the focus when the bar was just opened, and the caret where the service stopped reading. */
function useInput(applied: string, problem: string | null) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (applied === '') {
      input.current?.focus();
    }
  }, [applied]);
  useEffect(() => {
    const position = /^Position (\d+)/.exec(problem ?? '')?.[1];
    if (position) {
      const before = [...applied].slice(0, Number(position) - 1).join('').length;
      input.current?.focus();
      input.current?.setSelectionRange(before, before);
    }
  }, [applied, problem]);
  return input;
}

function problemOf(error: Error | null): string | null {
  const field = error instanceof ProblemError ? error.fields.find((each) => each.field === 'filter') : undefined;
  return field ? `${field.message.charAt(0).toUpperCase()}${field.message.slice(1)}` : error && sentenceOf(error);
}
