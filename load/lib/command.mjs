// For the commands: what they were called with.
const args = process.argv.slice(2);

/** The addresses, in order: texts, or [address, management address] where they are given as pairs. */
export const addresses = args.filter((arg) => arg.startsWith('http'))
  .map((arg) => (arg.includes('=') ? arg.split('=') : arg));

/** The value of --NAME=VALUE: a number where the fallback is one. */
export function option(name, fallback) {
  const text = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
  return typeof fallback === 'number' ? Number(text) : text;
}

/** Ends the command when it was called without what it needs. */
export function need(holds, usage) {
  if (!holds) {
    console.error(usage);
    process.exit(2);
  }
}
