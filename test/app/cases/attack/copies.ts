import Database from 'better-sqlite3'
import type { LeafId, Leaves } from '#domain/cases/leaves.ts'
import { makeSlots, slotsOn } from '#infra/cases/slots.ts'
import type { Chance } from '#test/app/cases/attack/cheap-keys.ts'

/** What a service that betrays does otherwise, each for itself. */
export type Weakness =
  | 'ids-by-time'
  | 'date-beside'
  | 'laid-as-they-come'
  | 'unpadded'
  | 'in-place'
  | 'unmoved'
  | 'log-lines'
  | 'asked-and-entered-at-once'
  | 'code-in-the-book'
