import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { makePracticePeople } from '#src/app/practice/practice-people.ts'
import { recorder } from '#src/app/record.ts'
import { folderSource } from '#src/cli/folder.ts'
import { readConfiguration } from '#src/configuration.ts'
import { importPaperBook } from '#src/exchange/paper-book/import.ts'
import { practiceBook } from '#src/exchange/practice.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { needsOnNode, serveOnNode } from '#src/node.ts'
import type { Practice } from '#test/browser/serving.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { chanceOf } from '#test/support/oracle/chance.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'
import { villageDay } from '#test/support/today.ts'

const bookFolder = fileURLToPath(new URL('../../src/exchange/practice-book', import.meta.url))
const today = villageDay()
const clock = (): string => `${today}T03:00:00.000Z`

/** The same draws each time, so that the same people are asked and the same codes handed out. */
const drawnAlike = (): AppNeeds['random'] => {
  const chance = chanceOf(19)
  let made = 0
  return {
    token: () => Buffer.from(sha256(`token ${(made += 1)}`), 'hex').toString('base64url'),
    below: (bound) => chance.whole(0, bound - 1),
  }
}

/** The practice fund as `npm start` serves it, on a day that stands and with draws that are always the same. */
export const serveAlike = async (): Promise<Practice> => {
  const folder = newFolder()
  const read = readConfiguration({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const { configuration } = read
  const path = join(folder, 'practice.db')
  const store = await sqliteStore({ path, create: true, hash: sha256 })
  const world = { clock, hash: sha256 }
  const record = recorder({ ...world, journal: store })
  const book = practiceBook(folderSource(bookFolder), today)
  const by = { actor: 'command-line', device: 'command-line', dryRun: false }
  const imported = await importPaperBook({ record, store, hash: sha256 }, book, by)
  if ('faults' in imported) throw new Error('the practice book cannot be read')
  const needs: AppNeeds = {
    ...needsOnNode({ store, configuration, isPractice: true, isReady: async () => true }),
    ...world,
    record,
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
    secrets: cheapSecrets(),
    random: drawnAlike(),
    today: () => today,
  }
  const networkId = await makePracticePeople(needs, { fundId: imported.fundId, today })
  const key = await makeKey(needs, { networkId, purpose: 'practice', madeBy: 'start' })
  const { url, stop } = await serveOnNode(needs, { store, host: '127.0.0.1', port: 0 })
  return {
    url,
    printed: () => `${url}/start?key=${key}`,
    stop: async () => {
      await stop()
      dropFolder(folder)
    },
  }
}
