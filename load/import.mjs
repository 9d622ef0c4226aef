#!/usr/bin/env node
// How fast a bundle of tasks is imported, and how much memory the service takes for it.
//   load/import.mjs BASE_URL [TASKS] [PID]     e.g. load/instances 1 load/import.mjs {} 50000
// A first import of a tenth warms up. The time is from the first byte sent to the status done, polled every 50 ms;
// with the service's process id its CPU time and peak resident memory (/proc) are said, too.
import { readFileSync } from 'node:fs'
import { bundle } from './bundle.mjs'

const base = process.argv[2] + '/api/v1'
const count = Number(process.argv[3] ?? 50000)
const pid = process.argv[4]
const json = { 'Content-Type': 'application/json', 'X-Forwarded-Proto': 'https' }

const session = await (await fetch(base + '/auth/register', { method: 'POST', headers: json,
  body: JSON.stringify({ email: `import-${process.pid}@example.org`, password: 'correct horse battery staple', name: 'Load' }) })).json()
const auth = { Authorization: 'Bearer ' + session.accessToken }

const cpu = () => {
  if (!pid) return 0
  const f = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(f[11]) + Number(f[12])) / 100
}
const peak = () => pid ? readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1] / 1024 : 0

const run = async (tasks) => {
  const body = bundle(tasks)
  const before = cpu()
  const start = performance.now()
  const accepted = await fetch(base + '/import', { method: 'POST', headers: { ...json, ...auth }, body })
  if (accepted.status !== 202) throw new Error(await accepted.text())
  const staged = performance.now()
  const location = process.argv[2] + accepted.headers.get('Location')
  let state
  do {
    await new Promise((resolve) => setTimeout(resolve, 50))
    state = await (await fetch(location, { headers: auth })).json()
  } while (state.status !== 'done')
  const seconds = (performance.now() - start) / 1000
  console.log(`${tasks} tasks, ${(body.length / 1048576).toFixed(1)} MiB: ${seconds.toFixed(2)} s, ` +
    `${Math.round(tasks / seconds)} tasks/s (received in ${((staged - start) / 1000).toFixed(2)} s), ` +
    `imported ${state.imported}, losses ${state.losses}` +
    (pid ? `, CPU ${(cpu() - before).toFixed(2)} s, peak resident ${Math.round(peak())} MiB` : ''))
}

await run(Math.ceil(count / 10))
await run(count)
