// For load/import.mjs and load/import-kill.mjs: an export of tasks, every tenth at the top, the others below it.
import { randomBytes } from 'node:crypto'

const uuid7 = () => {
  const b = randomBytes(16)
  b.writeUIntBE(Date.now(), 0, 6)
  b[6] = (b[6] & 0x0f) | 0x70
  b[8] = (b[8] & 0x3f) | 0x80
  return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const bundle = (tasks) => {
  const at = '2026-11-22T08:30:00.123Z'
  const items = []
  for (let i = 0; i < tasks; i++) {
    items.push({ id: uuid7(), title: `Write the report of week ${i}`, description: i % 5 ? null : 'Figures, **then** words.',
      status: 'todo', priority: 'medium', due: i % 2 ? { date: '2026-12-01', time: '09:00', timeZone: 'Europe/Berlin' } : null,
      rank: 'a' + String(i).padStart(8, '0'), labels: i % 3 ? ['home'] : [], parentId: i % 10 ? items[i - i % 10].id : null,
      createdAt: at, updatedAt: at, completedAt: null, version: 0, deletedAt: null, trashedBy: null })
  }
  return JSON.stringify({ version: 1, tasks: items })
}
