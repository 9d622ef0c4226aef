/** The way from the static pages into the application. */

/** Where somebody wanted to go before signing in; only ever a path of this site. */
export function destination(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

/** Fetches what the application needs while somebody types, so that it is there when they are in. */
export function warmUp(): void {
  addEventListener('focusin', () => void fetchShell(), { once: true });
}

async function fetchShell(): Promise<void> {
  const response = await fetch('/').catch(() => null);
  if (!response?.ok) {
    return;
  }
  const shell = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of shell.querySelectorAll<HTMLElement>('script[src], link[rel=modulepreload], link[rel=stylesheet]')) {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = part.getAttribute('src') ?? part.getAttribute('href') ?? '';
    document.head.append(link);
  }
}
