/** Refuses a build that is bigger than a page may be. Counted is what a browser downloads, by gzip, in KB of 1,000 bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMITS = { page: 8, dashboard: 130, lazy: 35 };

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
}

const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

const size = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;

function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]!;
  if (!seen.has(chunk.file)) {
    seen.add(chunk.file);
    chunk.imports?.forEach((each) => filesOf(each, seen));
  }
  return seen;
}

let broken = false;

function check(name: string, limit: number, files: Iterable<string>): void {
  const total = [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + size(file), 0);
  broken ||= total > limit;
  process.stdout.write(`${total > limit ? 'TOO BIG' : 'ok     '} ${total.toFixed(1).padStart(6)} of ${limit} KB  ${name}\n`);
}

const dashboard = filesOf('index.html');
for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isEntry) {
    check(key, key === 'index.html' ? LIMITS.dashboard : LIMITS.page, filesOf(key));
  } else if (chunk.isDynamicEntry) {
    check(key, LIMITS.lazy, [...filesOf(key)].filter((file) => !dashboard.has(file)));
  }
}
process.exitCode = broken ? 1 : 0;
