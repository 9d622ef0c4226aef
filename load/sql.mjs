// For the others: a statement's answer from the database that the instances use (SPRING_DATASOURCE_*), as rows of texts;
// null where the settings are not there.
import { execFileSync } from 'node:child_process';

export function sql(statement) {
  const { SPRING_DATASOURCE_URL: url, SPRING_DATASOURCE_USERNAME: user, SPRING_DATASOURCE_PASSWORD: password } = process.env;
  if (!url) return null;
  const [, host, port, name] = url.match(/\/\/([^:/]+):(\d+)\/(\w+)/);
  const out = execFileSync('psql', ['-h', host, '-p', port, '-U', user, '-d', name, '-qtA', '-v',
    'ON_ERROR_STOP=1', '-c', 'set statement_timeout = 0', '-c', statement],
    { env: { ...process.env, PGPASSWORD: password } }).toString().trim();
  return out ? out.split('\n').map((row) => row.split('|')) : [];
}
