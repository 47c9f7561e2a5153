import * as paying from '#domain/grants/operations/paying.ts'
import * as support from '#domain/grants/operations/support.ts'
import * as windows from '#domain/grants/operations/windows.ts'
import { type BodyOf, type CommandOf, operationsOf } from '#domain/operations/operation.ts'

/** Everything that can be said about donors' money in a fund and what is given of it. */
export const grantOperations = operationsOf([
  windows.recordDonation,
  windows.recordGrantPayout,
  windows.setWindowTerms,
  support.askForSupport,
  support.takeSupportStep,
  support.decideSupport,
  support.awardAtOnce,
  paying.recordSupportPart,
  paying.returnDonation,
])

type One = (typeof grantOperations.list)[number]
export type GrantCommand = CommandOf<One>
export type GrantBody = BodyOf<One>
