/**
 * Loads, when nothing else is to be done, the parts that were left out of the first download, so that a click finds them
 * here and they work offline as well.
 */
export function warmUp(): void {
  const load = () =>
    void Promise.allSettled([
      import('../sheet/TaskSheet.tsx'),
      import('../filters/FilterBar.tsx'),
      import('../tasks/EmptyState.tsx'),
      import('../tasks/Board.tsx'),
      import('../tasks/dateWords.ts'),
      import('../tasks/dragRows.ts'),
      import('../palette/Palette.tsx'),
      import('../palette/Shortcuts.tsx'),
      import('../settings/SettingsPage.tsx'),
      import('../trash/TrashPage.tsx'),
    ]);
  if ('requestIdleCallback' in window) {
    requestIdleCallback(load, { timeout: 10_000 });
  } else {
    setTimeout(load, 3_000);
  }
}
