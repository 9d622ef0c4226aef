#!/usr/bin/env node
// Is an import exact when the instances that take it over are killed?
//   load/instances 2 load/import-kill.mjs {} [--tasks=20000] [--kills=3]
// Every instance is killed (-9) and started again, as often as asked, each time when a part of the tasks is stored. Once
// the import is done there must be every task of the document once, each with its own change number, and nothing lost; the
// same document again changes nothing. What a dead instance was doing waits for up to a minute.
import { bundle } from './bundle.mjs'
import { restart } from './restart.mjs'
import { sql } from './sql.mjs'

const args = process.argv.slice(2)
const bases = args.filter((arg) => arg.startsWith('http'))
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1])
const tasks = option('tasks', 20_000)
const kills = option('kills', 3)
if (bases.length === 0) {
  console.error('load/import-kill.mjs ADDRESS... [--tasks=20000] [--kills=3]')
  process.exit(2)
}
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms) })
let failures = 0
const expect = (what, holds) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
  failures += holds ? 0 : 1
}

/** Asks one instance after the other until one answers. */
async function call(method, path, token, body) {
  for (let i = 0; i < 1200; i++) {
    try {
      const answer = await fetch(`${bases[i % bases.length]}/api/v1${path}`, { method, body,
        headers: { 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json', Authorization: `Bearer ${token}` } })
      if (answer.status < 500) return { status: answer.status, json: await answer.json() }
    } catch {
      // It is being started.
    }
    await pause(100)
  }
  throw new Error(`${method} ${path}: no instance answers`)
}

async function importAll(token, document, onProgress) {
  const { status, json } = await call('POST', '/import', token, document)
  if (status !== 202) throw new Error(JSON.stringify(json))
  for (;;) {
    const state = (await call('GET', `/import/${json.id}`, token)).json
    if (state.status === 'done') return state
    onProgress(state.processed)
    await pause(20)
  }
}

const { json: session } = await call('POST', '/auth/register', '', JSON.stringify(
  { email: `import-kill-${Date.now()}@example.org`, password: 'correct horse battery staple', name: 'Load' }))
const document = bundle(tasks)
let killed = 0
const begin = Date.now()
const first = await importAll(session.accessToken, document, (processed) => {
  if (killed < kills && processed >= tasks * (killed + 1) / (kills + 1)) {
    killed++
    bases.forEach(restart)
    console.log(`killed all at ${processed} of ${tasks} after ${((Date.now() - begin) / 1000).toFixed(1)} s`)
  }
})
console.log(`done after ${((Date.now() - begin) / 1000).toFixed(1)} s`)
expect(`${killed} kills: ${first.imported} of ${tasks} imported, ${first.losses} losses`,
  first.imported === tasks && first.losses === 0)
const again = await importAll(session.accessToken, document, () => {})
expect(`again: ${again.imported} imported, ${again.losses} losses`, again.imported + again.losses === 0)
const [rows, numbers, seq, left] = sql(`select count(*), count(distinct t.seq), max(c.seq),
    (select count(*) from data_import_item where user_id = c.user_id)
  from task t join change_counter c using (user_id) where user_id = '${session.user.id}' group by c.user_id`)[0].map(Number)
expect(`${rows} tasks, ${numbers} change numbers, the counter at ${seq}, ${left} items still staged`,
  rows === tasks && numbers === tasks && seq === tasks && left === 0)
process.exit(failures ? 1 : 0)
