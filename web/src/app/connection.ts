import { onlineManager } from '@tanstack/react-query';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/**
 * Decides whether we are online: the browser's word counts for "offline", but only an answer of the service for "online".
 * While it is out of reach it is asked again and again, ever more slowly.
 */
export function watchConnection(reach: () => Promise<boolean> = reachService): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE;

  const probe = async () => {
    clearTimeout(timer);
    if (onlineManager.isOnline()) {
      return;
    }
    if (navigator.onLine && (await reach())) {
      onlineManager.setOnline(true);
      return;
    }
    timer = setTimeout(() => void probe(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  // Replaces the library's own listeners, which believe the browser in both directions.
  onlineManager.setEventListener(() => {
    const lost = () => onlineManager.setOnline(false);
    const found = () => {
      pause = FIRST_PAUSE;
      void probe();
    };
    addEventListener('offline', lost);
    addEventListener('online', found);
    return () => {
      removeEventListener('offline', lost);
      removeEventListener('online', found);
    };
  });
  return onlineManager.subscribe((online) => {
    pause = FIRST_PAUSE;
    if (!online) {
      timer = setTimeout(() => void probe(), pause);
    }
  });
}

async function reachService(): Promise<boolean> {
  try {
    return (await fetch('/livez', { cache: 'no-store', signal: AbortSignal.timeout(4_000) })).ok;
  } catch {
    return false;
  }
}
