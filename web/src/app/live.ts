import { onlineManager } from '@tanstack/react-query';

import { ProblemError } from '../api/problem.ts';
import { authFetch, session } from '../auth/index.ts';
import type { TaskAction } from '../tasks/actions.ts';
import { applyRemoval, applyTask, findTask, freshness, invalidateTasks } from '../tasks/lists.ts';
import type { Task } from '../tasks/task.ts';
import { readEvents, type StreamEvent } from './eventStream.ts';
import { queryClient } from './queryClient.ts';
import { userZone } from './user.ts';

/** A change as the service streams it. */
type Change = { type: 'upsert'; task: Task } | { type: 'remove'; id: string };

/** What the tab that reads the stream tells the others, and every tab of its own writes. */
type Message =
  | { type: 'change'; change: Change }
  | { type: 'position'; id: string }
  | { type: 'live'; live: boolean }
  | { type: 'gap' };

const LOCK = 'taskflow-events';
/** How far the stream was read. It is kept beside the lists and stored with them, so that the two always fit together. */
const POSITION = ['position'] as const;
const ADDRESS = '/api/v1/tasks/events';
/** Three heartbeats. */
const SILENCE = 45_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

const channel = new BroadcastChannel('taskflow-live');

/**
 * Changes made elsewhere. One tab, whoever holds the lock, reads the stream and passes everything on; when it is closed
 * the next one goes on from the last event that any of them has seen.
 */
export const live = {
  start(): void {
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
    void navigator.locks.request(LOCK, () => readForEver());
  },

  /** Shows one's own write in the other tabs without waiting for the stream. */
  announce(action: TaskAction): void {
    const task = findTask(queryClient, action.task.id);
    channel.postMessage({
      type: 'change',
      change: task ? { type: 'upsert', task } : { type: 'remove', id: action.task.id },
    } satisfies Message);
  },
};

async function readForEver(): Promise<never> {
  let pause = FIRST_PAUSE;
  for (;;) {
    let asked: number | null = null;
    if (onlineManager.isOnline() && session.current !== null) {
      try {
        asked = await readOnce(() => (pause = FIRST_PAUSE));
      } catch (error) {
        if (error instanceof ProblemError && error.status === 410) {
          queryClient.removeQueries({ queryKey: POSITION });
        }
      }
      tell({ type: 'live', live: false });
    }
    // A little apart, so that a restarted service is not asked by everybody at once.
    const wait = asked ?? pause * (0.75 + Math.random() / 2);
    await new Promise((resolve) => setTimeout(resolve, wait));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

async function readOnce(onOpen: () => void): Promise<number | null> {
  const last = queryClient.getQueryData<string>(POSITION);
  const response = await authFetch(new Request(new URL(ADDRESS, location.origin), {
    headers: { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) },
  }));
  onOpen();
  if (!last) {
    // What happened before this stream began is not in it.
    tell({ type: 'gap' });
  }
  tell({ type: 'live', live: true });
  return readEvents(response.body!, onEvent, SILENCE);
}

function onEvent({ id, event, data }: StreamEvent): void {
  if (event === 'change') {
    tell({ type: 'change', change: JSON.parse(data) as Change });
  }
  if (id) {
    tell({ type: 'position', id });
  }
}

function tell(message: Message): void {
  channel.postMessage(message);
  hear(message);
}

function hear(message: Message): void {
  switch (message.type) {
    case 'live':
      freshness.live = message.live;
      break;
    case 'position':
      queryClient.setQueryData(POSITION, message.id);
      break;
    case 'gap':
      void invalidateTasks(queryClient);
      break;
    default:
      receive(message.change);
  }
}

function receive(change: Change): void {
  if (change.type === 'upsert') {
    applyTask(queryClient, change.task, userZone());
  } else {
    applyRemoval(queryClient, change.id);
  }
  void queryClient.invalidateQueries({ queryKey: ['trash'] });
}
