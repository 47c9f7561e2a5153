import { expect } from 'vitest'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import {
  type NetworkCommand,
  type NetworkEntry,
  decideNetwork,
  emptyNetwork,
  evolveNetwork,
} from '#domain/network.ts'
import { networkChanges } from '#src/app/network/network-views.ts'
import { sha256 } from '#infra/system/system.ts'

export const idOf = (name: string): string => uuidOfHash(sha256(name))
export const [ann, bopha, chan, worker] = ['ann', 'bopha', 'chan', 'worker'].map(idOf) as [
  string,
  string,
  string,
  string,
]
export const on = '2026-02-01'
export const windowId = 'safe-ways'
export const code = 'S-AAAA2222'

/** A network with two who decide, one who audits, and a window of its pot. */
export const begun = () => {
  const network = emptyNetwork()
  const entries: NetworkEntry[] = []
  const give = (type: NetworkCommand['type'], more: object = {}): string => {
    const id = 'id' in more ? String(more.id) : idOf(`entry ${entries.length}`)
    const command = { id, v: 1, type, effectiveOn: on, ...more } as NetworkCommand
    const before = structuredClone(network)
    const decision = decideNetwork(network, command)
    expect(network).toEqual(before)
    if (decision.outcome !== 'recorded') return decision.code
    const { effectiveOn } = command
    const recordedAt = `${effectiveOn}T02:00:00.000Z`
    const sealed = { recordedAt, recordedBy: 'story', hash: '0'.repeat(64) }
    const entry = { id, seq: entries.length + 1, effectiveOn, ...sealed, body: decision.body }
    evolveNetwork(network, entry)
    entries.push(entry)
    return ['recorded', ...decision.body.flags].join(' ')
  }
  const until = '2026-12-31'
  give('FoundNetwork', { effectiveOn: '2026-01-01' })
  give('AppointStaff', { userId: ann, role: 'administrator', until })
  give('AppointStaff', { userId: bopha, role: 'case-supervisor', until })
  give('AppointStaff', { userId: chan, role: 'auditor', until })
  give('AppointStaff', { userId: worker, role: 'migration-worker', until })
  give('OpenPotWindow', { windowId, currency: 'USD' })
  const moves = (): PotMoveRow[] =>
    networkChanges(network, entries)
      .subjects.filter(({ kind }) => kind === 'pot-move')
      .map(({ data }) => JSON.parse(data) as PotMoveRow)
  return { network, entries, give, moves, held: () => network.pot.windows.get(windowId)!.held }
}

export const asked = (more: object = {}) => ({
  code,
  windowId,
  amount: 30_000,
  parts: 2,
  fileHash: 'a'.repeat(64),
  askedBy: worker,
  ...more,
})
export const decided = (more: object = {}) => ({
  code,
  isApproved: true,
  deciders: [ann, bopha],
  ...more,
})
export const checked = { code, step: 'checked' }
