import { useId, useState } from 'react';

import { useLabels } from '../labels/labels.ts';
import { Icon } from '../ui/Icon.tsx';

/** The labels of a task; those that other tasks have are suggested. */
export function LabelsField({ labels, onChange }: { labels: readonly string[]; onChange: (labels: string[]) => void }) {
  const known = useLabels();
  const [text, setText] = useState('');
  const id = useId();
  const add = () => {
    const label = text.trim().replace(/^#/, '');
    if (label !== '' && !labels.includes(label)) {
      onChange([...labels, label]);
    }
    setText('');
  };
  return (
    <div className="field">
      <label htmlFor={id}>Labels</label>
      <div className="labels-input">
        {labels.map((label) => (
          <button key={label} type="button" className="chip removable" aria-label={`Remove the label ${label}`}
            onClick={() => onChange(labels.filter((each) => each !== label))}>
            {label} <Icon name="close" size={12} />
          </button>
        ))}
        <input
          id={id}
          list={`${id}-known`}
          placeholder={labels.length === 0 ? 'Add a label' : ''}
          value={text}
          maxLength={50}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && text === '' && labels.length > 0) {
              onChange(labels.slice(0, -1));
            }
          }}
        />
        <datalist id={`${id}-known`}>
          {known.map(({ id: key, name }) => <option key={key}>{name}</option>)}
        </datalist>
      </div>
    </div>
  );
}
