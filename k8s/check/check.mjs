// Checks Kubernetes objects: node check.mjs FILE.yaml...
// The types of each kind say which fields there are and what they take (TypeScript refuses what they do not know, at any
// depth), the kind's own schema adds what must be there and in which range, references.mjs what belongs together.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { misfits } from './references.mjs';
import { problemsOfTypes, problemsOfValues } from './schemas.mjs';

/** All objects of a text; keys that are there twice are errors, too. */
export function read(text) {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap((document) => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    const object = document.toJS();
    return object === null ? [] : [object];
  });
}

export async function check(objects) {
  return [...problemsOfTypes(objects), ...(await problemsOfValues(objects)), ...misfits(objects)];
}

if (process.argv[1] === import.meta.filename) {
  for (const file of process.argv.slice(2)) {
    const problems = await check(read(readFileSync(file, 'utf8')));
    problems.forEach((problem) => console.error(`${file}: ${problem}`));
    process.exitCode ||= problems.length > 0 ? 1 : 0;
  }
}
