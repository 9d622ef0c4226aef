// In which order bin/deploy does things, and when it stops: with a kubectl that only notes what it is asked.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const KUBECTL = execFileSync('bash', ['-c', '. bin/kubectl.sh && command -v kubectl'], { cwd: ROOT }).toString().trim();
const IMAGE = 'registry.example.org/taskflow:2.0.0';

/** Runs bin/deploy; a call whose words match fails. */
function deploy(args, failing = '^$', answer = '') {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const log = join(folder, 'log');
  writeFileSync(log, '');
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh
[ "$1" = kustomize ] && exec ${KUBECTL} "$@"
echo "$*" >>${log}
echo "$*" | grep -Eq '${failing}' && exit 1
printf '%s' '${answer}'
`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  const { status, stderr } = spawnSync('bin/deploy', args,
    { cwd: ROOT, env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } });
  const calls = readFileSync(log, 'utf8').trimEnd().split('\n');
  rmSync(folder, { recursive: true });
  return { status, stderr: stderr.toString(), calls };
}

function position(calls, pattern) {
  const found = calls.findIndex((call) => pattern.test(call));
  assert.notEqual(found, -1, `nothing like ${pattern} in\n${calls.join('\n')}`);
  return found;
}

test('migrates before any pod of the release starts', () => {
  const { status, calls } = deploy(['production', IMAGE]);

  assert.equal(status, 0);
  const migrated = position(calls, /wait .*job\/taskflow-migrate/);
  assert.ok(position(calls, /apply .*notin/) < migrated);
  assert.ok(migrated < position(calls, /apply .*component=worker/));
  assert.ok(position(calls, /apply .*component=worker/) < position(calls, /apply .*component=api/));
  assert.ok(position(calls, /apply .*component=api/) < position(calls, /rollout status deployment\/taskflow /));
});

test('changes nothing when the migration fails', () => {
  const { status, calls, stderr } = deploy(['production', IMAGE], 'wait ');

  assert.equal(status, 1);
  assert.match(stderr, /the migration failed/);
  assert.ok(!calls.some((call) => /component=(api|worker)/.test(call)));
});

test('goes back when the new instances do not get ready', () => {
  const { status, calls } = deploy(['production', IMAGE], 'rollout status deployment/taskflow ');

  assert.equal(status, 1);
  position(calls, /rollout undo deployment\/taskflow$/);
  position(calls, /rollout undo deployment\/taskflow-worker$/);
});

test('points the service to the other set only when all of it is ready', () => {
  const { calls } = deploy(['--color', 'green', 'production', IMAGE]);

  const ready = position(calls, /rollout status deployment\/taskflow-green/);
  assert.ok(position(calls, /apply .*color=green/) < ready);
  assert.ok(ready < position(calls, /apply .*component=api/));
});

test('leaves the service where it is when the other set does not get ready', () => {
  const { status, calls } = deploy(['--color', 'green', 'production', IMAGE], 'rollout status deployment/taskflow-green');

  assert.equal(status, 1);
  assert.ok(!calls.some((call) => /component=api|patch service/.test(call)));
});

test('switches back in one step', () => {
  const { status, calls } = deploy(['--switch', 'blue', 'production']);

  assert.equal(status, 0);
  assert.match(calls.at(-1), /patch service taskflow .*"color":"blue"/);
});

test('does not remove the set that serves', () => {
  assert.equal(deploy(['--retire', 'green', 'production'], '^$', 'green').status, 1);
  assert.equal(deploy(['--retire', 'blue', 'production'], '^$', 'green').status, 0);
});

test('leaves nothing behind', () => {
  deploy(['production', IMAGE]);

  assert.equal(execFileSync('git', ['status', '--short', '--ignored', 'k8s'], { cwd: ROOT }).toString()
    .includes('.deploy.'), false);
});
