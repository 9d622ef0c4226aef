const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

/**
 * A rank between two others, which are texts compared byte by byte; null stands for the open end. As short as it can be,
 * and never ending in the least digit, before which there would be no room.
 */
export function rankBetween(before: string | null, after: string | null): string {
  let rank = '';
  let bounded = after !== null;
  for (let i = 0; ; i++) {
    const low = before !== null && i < before.length ? digit(before.charAt(i)) : 0;
    const high = bounded ? (i < after!.length ? digit(after!.charAt(i)) : 0) : BASE;
    if (high - low > 1) {
      return rank + DIGITS.charAt(low + Math.ceil((high - low) / 2));
    }
    rank += DIGITS.charAt(low);
    // Once below the upper end, nothing that follows can reach it.
    bounded &&= high === low;
    if (i > 250) {
      throw new RangeError('There is no room between these ranks');
    }
  }
}

function digit(character: string): number {
  const found = DIGITS.indexOf(character);
  return found < 0 ? (character < '0' ? 0 : BASE - 1) : found;
}
