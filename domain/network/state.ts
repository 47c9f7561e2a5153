import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Staff, isOfDecidingStaff } from '#domain/access/staff.ts'
import { type Pot, emptyPot } from '#domain/grants/pot.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { goodForDefault } from '#domain/network/checked.ts'
import type { PublicNumber } from '#domain/network/numbers.ts'
import type { Agreement } from '#domain/network/agreements.ts'
import type { Audit } from '#domain/network/audits/audit.ts'
import type { StandingLink } from '#domain/network/links.ts'
import type { Party } from '#domain/network/register/parties.ts'
import type { NetworkRelease } from '#domain/network/releases.ts'
import type { TransferPrice } from '#domain/network/roads/prices.ts'
import type { Route } from '#domain/network/roads/routes.ts'
import type { Warning } from '#domain/network/warnings/warning.ts'
import type { Service } from '#domain/network/directory.ts'
import { type TrainingRoom, emptyTrainingRoom } from '#domain/network/training/room.ts'
import { type GrowingWatch, emptyWatch } from '#domain/network/watch/watch.ts'

/** How far the book of a fund had come when the network last kept it. */
type Witnessed = {
  readonly seq: number
  readonly hash: string
  readonly entryId: EntryId
  readonly on: LocalDate
}

/** A fund of the network. */
export type NetworkFund = {
  readonly fundId: string
  readonly joinedOn: LocalDate
  readonly witnessed?: Witnessed
  /** The district that it lies in, where somebody has said so. */
  readonly district?: string
}

/** An NGO with its funds and staff, as the network's journal tells it. Its decisions look at all of it. */
export type Network = {
  foundedOn: LocalDate | undefined
  readonly funds: Map<string, NetworkFund>
  readonly staff: Map<string, Staff>
  /** Donors' money that the network itself holds. */
  readonly pot: Pot
  /** Numbers for an emergency, and services of others. */
  readonly numbers: Map<string, PublicNumber>
  readonly services: Map<string, Service>
  /** What is linked with the network from outside. */
  readonly links: Map<string, StandingLink>
  /** For how many days a check of one of them is good. */
  goodForDays: number
  /** Audits by fund and id (`auditKey`). */
  readonly audits: Map<string, Audit>
  readonly agreements: Map<string, Agreement>
  /** What was checked, ruled and sent about agencies. */
  readonly watch: GrowingWatch
  /** Who finds work for people and who employs them. */
  readonly parties: Map<string, Party>
  /** The roads abroad. */
  readonly routes: Map<string, Route>
  /** What it teaches, and what its own people have learnt. */
  readonly training: TrainingRoom
  /** Schemes that people are warned of. */
  readonly warnings: Map<string, Warning>
  /** What was proposed to be told outside, and what was. */
  readonly releases: Map<string, NetworkRelease>
  /** What sending money home costs. */
  readonly prices: Map<string, TransferPrice>
}

export const emptyNetwork = (): Network => ({
  foundedOn: undefined,
  funds: new Map(),
  staff: new Map(),
  pot: emptyPot(),
  numbers: new Map(),
  services: new Map(),
  links: new Map(),
  goodForDays: goodForDefault,
  audits: new Map(),
  agreements: new Map(),
  watch: emptyWatch(),
  parties: new Map(),
  routes: new Map(),
  training: emptyTrainingRoom(),
  warnings: new Map(),
  releases: new Map(),
  prices: new Map(),
})

/** Whether a login is of the staff who decide that day. */
export const mayDecide = ({ staff }: Network, userId: string, day: LocalDate): boolean =>
  isOfDecidingStaff(staff.get(userId), day)
