import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Member, isActingOn } from '#domain/fund/people/members.ts'
import type { FundViews, Journal, People } from '#domain/ports.ts'

/** Whether a second officer stands behind what an entry says. */
const isByTwo = (data: string): boolean =>
  (JSON.parse(data) as { readonly confirmedBy?: string }).confirmedBy !== undefined

type Store = FundViews & Journal & Pick<People, 'membershipsOfFund'>

type LeftCase = {
  readonly fundId: string
  readonly networkId: string
  /** The officer who writes, and whom it is about: neither stands behind it. */
  readonly own: string | undefined
  readonly about: string
  readonly day: LocalDate
}

/** Facts of members' lives that one person wrote and nobody else stands behind, however long ago. */
const writtenAlone = async (
  store: Store,
  { fundId, networkId, own }: LeftCase,
  members: readonly Member[],
): Promise<ReadonlySet<string>> => {
  const logins = (await store.membershipsOfFund(networkId, fundId))
    .filter(({ memberId }) => memberId === own)
    .map(({ userId }) => userId)
  const ids = members.flatMap(({ life = [] }) => life.map(({ id }) => id))
  const rows = await store.find(fundId, ids)
  return new Set(
    rows
      .filter(({ recordedBy, data }) => logins.includes(recordedBy) && !isByTwo(data))
      .map(({ id }) => id),
  )
}

/**
 * Why an officer does not appoint alone; undefined where nobody else is at home who could stand behind it. Somebody whom
 * only the own word has sent away counts as there until another hand has written it, however long ago it was, and that is
 * another answer: no officer can help then.
 */
export const notAlone = async (
  store: Store,
  asked: LeftCase,
): Promise<'approval-needed' | 'written-off-lately' | undefined> => {
  const { fundId, own, about, day } = asked
  const others = (await store.subjects(fundId))
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as Member)
    .filter(({ memberId, offices }) => offices.length > 0 && ![own, about].includes(memberId))
  if (others.some((one) => isActingOn(one, day))) return 'approval-needed'
  const ownWords = await writtenAlone(store, asked, others)
  const before = others.map((one) => ({
    ...one,
    life: (one.life ?? []).filter(({ id }) => !ownWords.has(id)),
  }))
  return before.some((one) => isActingOn(one, day)) ? 'written-off-lately' : undefined
}
