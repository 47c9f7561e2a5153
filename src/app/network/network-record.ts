import {
  type Network,
  type NetworkBody,
  type NetworkCommand,
  decideNetwork,
  emptyNetwork,
  evolveNetwork,
} from '#domain/network.ts'
import type { NetworkJournal } from '#domain/ports.ts'
import { networkChanges } from '#src/app/network/network-views.ts'
import { standsInNetwork } from '#src/app/standing.ts'
import type { Realm, World } from '#src/app/realm.ts'
import { type RecorderOf, recorderOf } from '#src/app/record.ts'

const networkRealm: Realm<NetworkCommand, NetworkBody, Network> = {
  empty: emptyNetwork,
  copy: structuredClone,
  decide: decideNetwork,
  stands: standsInNetwork,
  evolve: evolveNetwork,
  changes: networkChanges,
}

export type NetworkRecorder = RecorderOf<NetworkCommand>

/** The same one way in, for the journals of networks. */
export const networkRecorder = (
  world: Omit<World, 'journal'> & { readonly networks: NetworkJournal },
): NetworkRecorder => recorderOf({ ...world, journal: world.networks }, networkRealm)
