/** What was left out of the first download, in the order in which it is likely to be wanted. */
const PARTS: ReadonlyArray<() => Promise<unknown>> = [
  () => import('../sheet/TaskSheet.tsx'),
  () => import('../tasks/dateWords.ts'),
  () => import('../tasks/EmptyState.tsx'),
  () => import('../tasks/Board.tsx'),
  () => import('../tasks/dragRows.ts'),
  () => import('../palette/Palette.tsx'),
  () => import('../palette/Shortcuts.tsx'),
  () => import('../filters/FilterBar.tsx'),
  () => import('../settings/SettingsPage.tsx'),
  () => import('../trash/TrashPage.tsx'),
];

/**
 * Loads these parts when nothing else is to be done, one at a time, so that a click finds them here and they work offline
 * as well.
 */
export function warmUp(): void {
  void PARTS.reduce((before, load) => before.then(idle).then(load).catch(() => undefined), Promise.resolve<unknown>(undefined));
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: 10_000 });
    } else {
      setTimeout(resolve, 1_000);
    }
  });
}
