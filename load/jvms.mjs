#!/usr/bin/env node
// What do flags of the JVM (heap, collector) change for lists and creates?
//   LOAD_FLAGS='-Xmx256m|-Xmx512m|-Xmx1g' load/instances 3 load/jvms.mjs {} [--seconds=8] [--rounds=3] [--warm=30] [--rate=W2,W4]
// One instance for each set of flags, all on one PostgreSQL and one Redis, one measured at a time and by turns, in both
// directions: lists of 20 by status and creates, what 32 connections get that ask again at once (requests a second and
// CPU time of the service a request), then both at a fixed rate, from the moment each was due. Prints the medians of the
// rounds, and the resident memory after all of it.
import { addresses, need, option } from './lib/command.mjs';
import { cpuOf, processOf, residentOf, signUp } from './lib/service.mjs';
import { fill } from './lib/tasks.mjs';
import { median } from './lib/times.mjs';
import { Wire, closedLoop, openLoop } from './lib/wire.mjs';

const flags = (process.env.LOAD_FLAGS ?? '').split('|');
need(addresses.length > 0 && process.env.SPRING_DATASOURCE_URL, "LOAD_FLAGS='-Xmx256m|-Xmx1g' load/instances 2 load/jvms.mjs {}");
const STATUS = ['todo', 'in_progress', 'done'];
const [listRate, createRate] = option('rate', '800,300').split(',').map(Number);
const users = await signUp(addresses[0], 50, 'jvms');
fill(`u.email like 'jvms-${process.pid}-%'`, 500);
const user = (n) => users[n % users.length];

const instances = addresses.map((base, i) => {
  const wire = new Wire(base);
  return {
    name: flags[i] || 'as it is',
    wire,
    pid: processOf(base),
    runs: [],
    list: (n) => wire.request('GET', `/tasks?status=${STATUS[n % 3]}&limit=20`, user(n).token),
    create: (n) => wire.request('POST', '/tasks', user(n).token,
      { body: { title: `Buy milk ${n}`, description: 'Two litres', priority: 'high', due: { date: '2026-05-01' } } }),
  };
});

/** Requests a second, and microseconds of CPU time a request. */
async function saturate({ wire, pid }, request) {
  const before = cpuOf(pid);
  const rate = await closedLoop(wire, 32, option('seconds', 8), request);
  return { rate, cpu: ((cpuOf(pid) - before) * 1e6) / (rate * option('seconds', 8)) };
}

for (const { wire, list, create } of instances) {
  await closedLoop(wire, 32, option('warm', 30) / 2, list);
  await closedLoop(wire, 32, option('warm', 30) / 2, create);
}
for (let round = 0; round < option('rounds', 3); round++) {
  for (const each of round % 2 ? instances.toReversed() : instances) {
    const run = { list: await saturate(each, each.list), create: await saturate(each, each.create) };
    run.listTimes = await openLoop(each.wire, listRate, option('seconds', 8), each.list);
    run.createTimes = await openLoop(each.wire, createRate, option('seconds', 8), each.create);
    each.runs.push(run);
  }
}
console.log(`| flags | lists/s | CPU | p99 at ${listRate}/s | creates/s | CPU | p99 at ${createRate}/s | resident |\n|---|---|---|---|---|---|---|---|`);
for (const { name, runs, pid, wire } of instances) {
  const mid = (figure) => median(runs.map(figure));
  console.log(`| \`${name}\` | ${mid((run) => run.list.rate).toFixed(0)} | ${mid((run) => run.list.cpu).toFixed(0)} µs ` +
    `| ${mid((run) => run.listTimes.p99).toFixed(1)} ms | ${mid((run) => run.create.rate).toFixed(0)} ` +
    `| ${mid((run) => run.create.cpu).toFixed(0)} µs | ${mid((run) => run.createTimes.p99).toFixed(1)} ms | ${residentOf(pid).toFixed(0)} MiB |`);
  wire.close();
}
