/** Refuses an API layer that is not what the API's document makes of it; `npm run generate` writes it anew. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const committed = join(root, 'src/api/generated');
// Beside the committed one: the generator writes imports relative to where it writes.
const fresh = mkdtempSync(join(root, 'src/api/fresh-'));

function contents(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => `${file.slice(folder.length)}\n${readFileSync(file, 'utf8')}`)
    .join('\n');
}

try {
  execFileSync(process.execPath, [join(root, 'node_modules/@hey-api/openapi-ts/bin/run.js'), '--silent'], {
    cwd: root,
    env: { ...process.env, GENERATED_FOLDER: fresh },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (contents(fresh) !== contents(committed)) {
    process.stderr.write('src/api/generated is out of date: run "npm run generate" in web/.\n');
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
