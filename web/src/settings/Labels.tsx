import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { deleteLabel, updateLabel } from '../api/generated/sdk.gen.ts';
import type { LabelResponse, UpdateLabelRequest } from '../api/generated/types.gen.ts';
import { sentenceOf } from '../api/problem.ts';
import { labelOptions, useLabels } from '../labels/labels.ts';
import { invalidateTasks } from '../tasks/lists.ts';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toasts.ts';
import { Section } from './Section.tsx';

const NO_COLOUR = '#8d877c';

/** The labels as things: a colour, another name on all tasks at once, and the end of one. */
export function Labels() {
  const labels = useLabels();
  return (
    <Section title="Labels" about="Another name is given to every task that has the label.">
      {labels.length === 0 && <p className="hint">Write #word in a task, and the label is here.</p>}
      <ul className="label-rows">
        {labels.map((label) => <LabelRow key={`${label.id} ${label.version}`} label={label} />)}
      </ul>
    </Section>
  );
}

function LabelRow({ label }: { label: LabelResponse }) {
  const client = useQueryClient();
  const [name, setName] = useState(label.name);
  const [leaving, setLeaving] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => invalidateTasks(client),
    onError: (problem) => {
      setName(label.name);
      toast({ tone: 'error', text: sentenceOf(problem) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: labelOptions.queryKey }),
  });
  const path = { id: label.id };
  const save = (body: UpdateLabelRequest) => mutate(() => updateLabel({ path, body }));
  const rename = () => {
    const wanted = name.trim();
    if (wanted !== '' && wanted !== label.name) {
      save({ name: wanted });
    } else {
      setName(label.name);
    }
  };
  return (
    <li aria-busy={isPending}>
      <input type="color" aria-label={`Colour of ${label.name}`} defaultValue={label.color ?? NO_COLOUR}
        onBlur={({ target }) => target.value !== (label.color ?? NO_COLOUR) && save({ color: target.value })} />
      <input
        aria-label={`Name of ${label.name}`}
        value={name}
        maxLength={50}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {leaving ? (
        <button type="button" className="quiet danger" onBlur={() => setLeaving(false)}
          // Where the other button was and had the focus.
          ref={(button) => button?.focus()} onClick={() => mutate(() => deleteLabel({ path }))}>
          Off all tasks
        </button>
      ) : (
        <button type="button" className="icon-button" aria-label={`Delete the label ${label.name}`} onClick={() => setLeaving(true)}>
          <Icon name="trash" />
        </button>
      )}
    </li>
  );
}
