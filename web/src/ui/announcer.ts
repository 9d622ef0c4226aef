/** Tells people who listen what others see: moves, completions, connection. The region stands in the page's shell. */
export function announce(text: string): void {
  const region = document.getElementById('announcer');
  if (region) {
    // A repeated text is only read when the region was empty in between.
    region.textContent = '';
    setTimeout(() => (region.textContent = text), 50);
  }
}
