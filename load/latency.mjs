#!/usr/bin/env node
// How long do requests take at half of the rate that can be sustained?
//   load/instances 1 load/latency.mjs {} [--seconds=15] [--rounds=3] [--warm=45] [--users=50] [--workloads=W1,W2,W4] [--rate=N]
// The peers' workloads: W1 own profile, W2 20 tasks by status of 500, W4 a new task. Per workload: warms up, then by
// turns what 32 connections get that ask again at once (which is the rate that can be sustained) and an open loop at half
// of it (or at --rate): requests are sent when they are due, latency counts from then. "late" is the p99 of what this
// process itself was too late, which is in the times. Fails when the median of the rounds' p99 is above the goal.
// PostgreSQL should wait for its disk, as in production: SPRING_DATASOURCE_URL names one that does.
import { addresses, need, option } from './lib/command.mjs';
import { signUp } from './lib/service.mjs';
import { fill } from './lib/tasks.mjs';
import { median, pause } from './lib/times.mjs';
import { Wire, closedLoop, openLoop } from './lib/wire.mjs';

const [base] = addresses;
need(base && process.env.SPRING_DATASOURCE_URL, 'load/instances 1 load/latency.mjs {}');
const STATUS = ['todo', 'in_progress', 'done'];
const wire = new Wire(base);
const users = await signUp(base, option('users', 50), 'latency');
fill(`u.email like 'latency-${process.pid}-%'`, 500);
const user = (n) => users[n % users.length];

const WORKLOADS = {
  W1: { goal: 5, request: (n) => wire.request('GET', '/users/me', user(n).token) },
  W2: { goal: 15, request: (n) => wire.request('GET', `/tasks?status=${STATUS[n % 3]}&limit=20`, user(n).token) },
  W4: {
    goal: 20,
    request: (n) => wire.request('POST', '/tasks', user(n).token,
      { body: { title: `Buy milk ${n}`, description: 'Two litres', priority: 'high', due: { date: '2026-05-01' } } }),
  },
};

let missed = false;
for (const name of option('workloads', 'W1,W2,W4').split(',')) {
  const { goal, request } = WORKLOADS[name];
  await closedLoop(wire, 32, option('warm', 45), request);
  const runs = [];
  for (let round = 0; round < option('rounds', 3); round++) {
    const most = await closedLoop(wire, 32, option('seconds', 15) / 3, request);
    const rate = option('rate', 0) || most / 2;
    await pause(1000);
    const run = await openLoop(wire, rate, option('seconds', 15), request);
    runs.push(run);
    console.log(`${name}: ${most.toFixed(0)}/s sustained; at ${rate.toFixed(0)}/s p50 ${run.p50.toFixed(2)} p99 ${run.p99.toFixed(2)} ` +
      `p99.9 ${run.p999.toFixed(2)} ms, late ${run.late.toFixed(2)} ms`);
  }
  const p99 = median(runs.map((run) => run.p99));
  console.log(`${name}: p99 ${p99.toFixed(2)} ms, goal ${goal}: ${p99 < goal ? 'held' : 'missed'}`);
  missed ||= p99 >= goal;
}
wire.close();
process.exit(missed ? 1 : 0);
