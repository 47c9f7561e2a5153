import { uuidOfHash } from '#domain/kernel/ids.ts'
import {
  type Network,
  type NetworkCommand,
  decideNetwork,
  emptyNetwork,
  evolveNetwork,
} from '#domain/network.ts'
import { sha256 } from '#infra/system/system.ts'

export const idOf = (name: string): string => uuidOfHash(sha256(name))

/** A network, and who says what to it by whose hand. */
export const networkLife = () => {
  const network: Network = emptyNetwork()
  let seq = 0
  const give = (
    by: string,
    type: NetworkCommand['type'],
    effectiveOn: string,
    more: object = {},
    writtenOn = effectiveOn,
  ): string => {
    seq += 1
    const command = { id: idOf(`command ${seq}`), v: 1, type, effectiveOn, ...more }
    const decision = decideNetwork(network, command as NetworkCommand)
    if (decision.outcome !== 'recorded')
      return decision.outcome === 'invalid' ? `${decision.code} ${decision.at}` : decision.code
    evolveNetwork(network, {
      id: command.id,
      seq,
      effectiveOn,
      recordedAt: `${writtenOn}T02:00:00.000Z`,
      recordedBy: by,
      hash: '0'.repeat(64),
      body: decision.body,
    })
    return 'recorded'
  }
  give('program', 'FoundNetwork', '2026-01-01')
  return { network, give }
}
