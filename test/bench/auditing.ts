import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { keepSmall } from '#src/cli/loading.ts'

/* Audits a file from its beginning to its end, and tells what that took of this process: one line of JSON. */
const store = await sqliteStore({
  path: process.argv[2]!,
  create: false,
  hash: sha256,
  deadlineMs: 60_000,
})
keepSmall()
const mib = 1024
const idle = process.memoryUsage.rss() / 1024 / mib
const before = process.cpuUsage()
const { problems } = await auditAll(store, sha256)
const { user, system } = process.cpuUsage(before)
await store.close()
if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
const above = process.resourceUsage().maxRSS / mib - idle
console.log(JSON.stringify({ cpu: (user + system) / 1e6, above }))
