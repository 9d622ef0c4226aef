/** What the static pages share: a form that sends JSON, says what is wrong beside its fields, and cannot be sent twice. */

interface Problem {
  type?: string;
  detail?: string;
  challenge?: string;
  errors?: Array<{ field: string; code: string; message: string }>;
}

/** An answer that is no success, or none at all (`slug` is then `unreachable`). */
export class Refused extends Error {
  constructor(
    readonly slug: string,
    readonly problem: Problem = {},
    readonly retryAfter: string | null = null,
  ) {
    super(slug);
  }
}

/** Words for the problems that people meet here; anything else is told as the service words it. */
const SENTENCES: Record<string, string> = {
  'invalid-credentials': 'This e-mail address and password do not belong together.',
  'email-taken': 'There is an account with this address already.',
  'invalid-token': 'This link is too old or was used already. Ask for a new one.',
  'invalid-code': 'This code is wrong or was used already. Wait for the next one.',
  'invalid-challenge': 'That took too long. Please start again with your password.',
  'insecure-transport': 'Signing in needs https.',
  unreachable: 'TaskFlow cannot be reached just now. Your input is still here: try again.',
};

const CODES: Record<string, string> = {
  too_common: 'This password is among the most used ones. Try a short sentence.',
  contains_email: 'The password must not contain your e-mail address.',
  contains_name: 'The password must not contain your name.',
  length: 'The password needs 12 to 128 characters.',
};

export async function post<T>(path: string, body: unknown, token?: string): Promise<T> {
  return call<T>('POST', path, body, token);
}

export async function call<T>(method: string, path: string, body: unknown, token?: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused('unreachable');
  }
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) {
    return answer as T;
  }
  const problem = answer as Problem;
  throw new Refused(String(problem.type ?? '').replace(/^.*\//, ''), problem, response.headers.get('Retry-After'));
}

/** Sends the form's fields by `submit`; the button is busy meanwhile and errors end up beside their fields. */
export function onSubmit(form: HTMLFormElement, submit: (fields: Record<string, string>) => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy') === 'true') {
      return;
    }
    void run(form, submit);
  });
}

export function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** Shows one of the page's parts and puts the focus into it. */
export function show(id: string): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    part.hidden = part.id !== id;
  }
  element(id).querySelector<HTMLElement>('[autofocus], h1')?.focus();
}

/** The token of a mailed link. It stands behind the #, so that no server and no proxy logs it; then it is taken away. */
export function mailedToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  history.replaceState(null, '', location.pathname);
  return token;
}

async function run(form: HTMLFormElement, submit: (fields: Record<string, string>) => Promise<void>): Promise<void> {
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  clear(form);
  form.setAttribute('aria-busy', 'true');
  try {
    await submit(fields);
  } catch (error) {
    tell(form, error instanceof Refused ? error : new Refused('unreachable'));
  } finally {
    form.removeAttribute('aria-busy');
  }
}

function clear(form: HTMLFormElement): void {
  alertOf(form).textContent = '';
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-errormessage');
  }
}

function tell(form: HTMLFormElement, refusal: Refused): void {
  const error = refusal.problem.errors?.[0];
  const input = error && form.querySelector<HTMLInputElement>(`[name="${CSS.escape(error.field)}"]`);
  alertOf(form).textContent = sentence(refusal);
  (input ?? form.querySelector('input'))?.focus();
  if (input) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-errormessage', alertOf(form).id);
  }
}

function sentence({ slug, problem, retryAfter }: Refused): string {
  const error = problem.errors?.[0];
  if (slug === 'rate-limited') {
    return `Too many tries. Wait ${Math.max(1, Math.ceil(Number(retryAfter) / 60))} min and try again.`;
  }
  if (error) {
    const words = error.field.toLowerCase().includes('password') ? CODES[error.code] : undefined;
    return words ?? `${error.field.charAt(0).toUpperCase()}${error.field.slice(1)} ${error.message}.`;
  }
  return SENTENCES[slug] ?? problem.detail ?? 'Something went wrong. Please try again.';
}

function alertOf(form: HTMLFormElement): HTMLElement {
  return form.querySelector<HTMLElement>('[role=alert]')!;
}
