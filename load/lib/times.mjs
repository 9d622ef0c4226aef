// For the commands: what many times, or the figures of some runs, come to.

/** The value below which this share of them lies. */
export function at(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export function median(values) {
  const sorted = Float64Array.from(values).sort();
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** The time that a function takes, in milliseconds. */
export async function timed(run) {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
