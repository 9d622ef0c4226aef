/** A short message at the edge of the screen, with at most one thing to do about it. */
export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'error';
  action?: { label: string; run: () => void };
}

type Listener = (toasts: readonly Toast[]) => void;

const SHOWN = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<Listener>();

/** Shows a message; it leaves by itself unless somebody points at it. */
export function toast({ tone = 'info', ...rest }: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): void {
  lastId++;
  change([...toasts, { id: lastId, tone, ...rest }].slice(-SHOWN));
}

export function dismiss(id: number): void {
  change(toasts.filter((each) => each.id !== id));
}

/** For `useSyncExternalStore`. */
export const toastStore = {
  get: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener(toasts));
}
