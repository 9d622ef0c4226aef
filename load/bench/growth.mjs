#!/usr/bin/env node
// What do ten times the tasks and users change? CPU time a request (service, PostgreSQL and Redis) with the large data
// beside the small, by workload, from the results of the peer benchmark.
//   load/compare --peers taskflow --size small; load/compare --peers taskflow --size large
//   load/bench/growth.mjs /tmp/taskflow-bench/results/*-small.json /tmp/taskflow-bench/results/*-large.json
// Takes the median of all rounds of a size; results of the same build, made by turns, are what can be compared. Fails
// when a workload costs more than 1.5 times as much.
import { readFileSync } from 'node:fs';
import { median } from '../lib/times.mjs';

const runs = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file)).runs).filter((run) => run.peer === 'taskflow');
const cost = (workload, size, part) => median(runs.filter((run) => run.workload === workload && run.size === size)
  .map(({ cpuUs }) => (part ? cpuUs[part] : cpuUs.server + cpuUs.pg + cpuUs.redis)));
const parts = (workload, size) => ['server', 'pg', 'redis'].map((part) => cost(workload, size, part)).join(' + ');
let missed = false;
console.log('| workload | small: server + PostgreSQL + Redis, µs | large | ratio |\n|---|---|---|---|');
for (const workload of new Set(runs.map((run) => run.workload))) {
  const ratio = cost(workload, 'large') / cost(workload, 'small');
  console.log(`| ${workload} | ${parts(workload, 'small')} | ${parts(workload, 'large')} | ${ratio.toFixed(2)} |`);
  missed ||= !(ratio <= 1.5);
}
process.exit(missed ? 1 : 0);
