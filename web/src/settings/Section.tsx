import { useId, useState, type FormEvent, type ReactNode } from 'react';

import { ProblemError, sentenceOf } from '../api/problem.ts';

/** A part of the settings with its heading. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="setting" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {about && <p className="hint">{about}</p>}
      </div>
      <div className="setting-body">{children}</div>
    </section>
  );
}

const WORDS: Record<string, string> = {
  'wrong-password': 'That is not your password.',
  'invalid-code': 'This code is wrong or was used already. Wait for the next one.',
};

/** A form that sends its fields by `onSave`, is busy meanwhile and says what went wrong. */
export function SettingForm({ label, danger = false, onSave, children }: {
  label: string;
  danger?: boolean;
  onSave: (fields: Record<string, string>) => Promise<unknown>;
  children?: ReactNode;
}) {
  const [state, setState] = useState<{ busy: boolean; error: string }>({ busy: false, error: '' });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    setState({ busy: true, error: '' });
    onSave(fields).then(
      () => {
        setState({ busy: false, error: '' });
        form.querySelectorAll<HTMLInputElement>('input[type=password], input[autocomplete=one-time-code]')
          .forEach((input) => (input.value = ''));
      },
      (error: unknown) => setState({ busy: false, error: wordsOf(error) }),
    );
  };
  return (
    <form className="setting-form" onSubmit={submit} aria-busy={state.busy}>
      {children}
      <p className="alert" role="alert">
        {state.error}
      </p>
      <button type="submit" className={danger ? 'primary danger' : 'primary'} disabled={state.busy}>
        {label}
      </button>
    </form>
  );
}

export function Field({ label, name, type = 'text', ...rest }: {
  label: string;
  name: string;
  type?: string;
  autoComplete?: string;
  defaultValue?: string;
  minLength?: number;
  maxLength?: number;
  placeholder?: string;
}) {
  return (
    <label className="field">
      {label}
      <input name={name} type={type} required {...rest} />
    </label>
  );
}

function wordsOf(error: unknown): string {
  return (error instanceof ProblemError ? WORDS[error.slug] : undefined) ?? sentenceOf(error);
}
