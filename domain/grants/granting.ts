import type { Currency } from '#domain/kernel/money.ts'
import type { CharterVersion } from '#domain/fund/charter/charter.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { GrantWindow } from '#domain/grants/grants.ts'
import { type Support, promisedOf } from '#domain/grants/support.ts'

/** What decisions about grants look at. `held` is what a window holds, through all days. */
export type Granting = {
  readonly supports: ReadonlyMap<string, Support>
  readonly windows: ReadonlyMap<string, Pick<GrantWindow, 'terms'>>
  readonly members: ReadonlyMap<string, Member>
  readonly meetings: ReadonlyMap<string, Meeting>
  readonly charter: CharterVersion
  readonly currency: Currency
  readonly held: (windowId: string) => number
}

/** Whether a window holds a grant beside what it has promised already. */
export const isTooSmall = (
  { supports, held }: Pick<Granting, 'supports' | 'held'>,
  { windowId, amount }: Pick<Support, 'windowId' | 'amount'>,
): boolean => held(windowId) - promisedOf(supports.values(), windowId) < amount
