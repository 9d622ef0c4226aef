/**
 * Lays the build out as servers of static files like it: /login is login/index.html, and beside every text lie a Brotli and
 * a gzip copy, which are sent as they are.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const TEXT = /\.(html|js|css|svg|webmanifest)$/;
/** Below this the headers weigh more than what is won. */
const LEAST_BYTES = 400;

for (const file of readdirSync(dist).filter((name) => name.endsWith('.html') && name !== 'index.html')) {
  const folder = join(dist, basename(file, '.html'));
  mkdirSync(folder, { recursive: true });
  renameSync(join(dist, file), join(folder, 'index.html'));
}

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name))) {
  const path = join(dist, file);
  const content = readFileSync(path);
  if (content.length >= LEAST_BYTES) {
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
