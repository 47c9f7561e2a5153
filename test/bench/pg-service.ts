import { openFor } from '#src/cli/service/listening.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { app } from '#src/http/app.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomIds, randomOnNode, sha256, sha256Digest } from '#infra/system/system.ts'
import { benchMarks, openStore } from '#test/bench/pg-books.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'

/*
 * One service on a PostgreSQL database, in a process of its own: its first argument is the URL, its second the instant at
 * which its clock stands. Tells its port, and what it has spent in CPU whenever it is asked.
 */
const [url, now] = process.argv.slice(2) as [string, string]
const store = await openStore(url, benchMarks)
const clock = (): string => now
const world = { journal: store, networks: store.networks, clock, hash: sha256 }
const needs: AppNeeds = {
  store,
  record: recorder(world),
  recordNetwork: networkRecorder(world),
  secrets: cheapSecrets(),
  random: randomOnNode,
  signer: signerOnNode({ secret: 'a signing secret for tests' }),
  sealing: sealingBy({ secret: 'a support secret for tests' }),
  hash: sha256,
  digest: sha256Digest,
  clock,
  ids: randomIds,
  today: () => now.slice(0, 10),
  isReady: async () => true,
  isPractice: true,
  version: 'bench',
  assets: new Map(),
  log: () => undefined,
}
const server = openFor(app(needs, { requestsPerMinute: 1e9 }), {
  host: '127.0.0.1',
  port: 0,
  listens: () => {
    const address = server.address()
    process.send!({ port: typeof address === 'object' && address ? address.port : 0 })
  },
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpu: user + system })
})
process.on('disconnect', () => process.exit(0))
