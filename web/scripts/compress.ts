/** Lays a Brotli and a gzip copy beside every text of the build: the service sends them as they are. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const TEXT = /\.(html|js|css|svg|webmanifest)$/;
/** Below this the headers weigh more than what is won. */
const LEAST_BYTES = 400;

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name))) {
  const path = join(dist, file);
  const content = readFileSync(path);
  if (content.length >= LEAST_BYTES) {
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
