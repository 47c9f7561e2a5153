import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import { countVenture } from '#domain/ventures/operations/counting.ts'
import { closeVenture, foundVenture } from '#domain/ventures/operations/founding.ts'
import { recordVentureMove, shareVentureProfit } from '#domain/ventures/operations/money.ts'
import { buyVentureShares, leaveVenture } from '#domain/ventures/operations/shares.ts'

/** Everything that can be done about a pot that members put money into for one purpose. */
export const ventureOperations = operationsOf([
  foundVenture,
  buyVentureShares,
  recordVentureMove,
  countVenture,
  shareVentureProfit,
  leaveVenture,
  closeVenture,
])

type One = (typeof ventureOperations.list)[number]
export type VentureCommand = CommandOf<One>
export type VentureBody = BodyOf<One>
