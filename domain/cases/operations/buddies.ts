import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, fact, itemId, itemsOf, line } from '#domain/cases/operation.ts'
import { consentWays } from '#domain/cases/operations/consent.ts'
import {
  addPersonAround,
  isUnsafe,
  lacksGuardian,
  namesUnsafe,
} from '#domain/cases/operations/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { day, optional, uuid, word } from '#domain/kernel/shape.ts'

/** One other person who walks beside, or a group that meets. */
export const buddyKinds = ['buddy', 'peer-group'] as const
export const buddySides = ['person', 'other-side'] as const
export type BuddySide = (typeof buddySides)[number]

const whyUnsafe = (file: CaseFile, name: string, person: string | undefined) =>
  isUnsafe(file, person) || namesUnsafe(file, name) ? 'buddy-unsafe' : undefined

/**
 * Somebody, or a group, who could walk beside the person. It is a name in this case alone: the other one's case, where there
 * is one, is joined to nothing, and nothing is told to either before both have agreed.
 */
export const proposeBuddy = addTo({
  command: 'ProposeBuddy',
  name: 'buddies',
  asks: { buddyKind: word(buddyKinds), name: line(80), person: optional(itemId) },
  check: ({ file }, { name, person }) => {
    if (person !== undefined && !itemsOf(file, addPersonAround).some(({ item }) => item === person))
      return 'item-unknown'
    return whyUnsafe(file, name, person)
  },
})

type Sides = {
  /** On which day each side has said yes. */
  readonly agreed: Readonly<Partial<Record<BuddySide, LocalDate>>>
  readonly withdrawnOn: LocalDate
}

const buddiesOf = (file: CaseFile) => itemsOf<typeof proposeBuddy, Sides>(file, proposeBuddy)
type Buddy = ReturnType<typeof buddiesOf>[number]

const isAgreedBy = (agreed: Sides['agreed'], side: BuddySide): boolean => agreed[side] !== undefined

/** One side says yes, on a day: the person, or the buddy or group. Neither says it for the other. */
export const agreeToBuddy = changeOf({
  command: 'AgreeToBuddy',
  name: 'buddies',
  asks: { side: word(buddySides), how: word(consentWays), on: day },
  check: ({ file, today }, { side, on }, { value }) => {
    const { name, person, agreed = {}, withdrawnOn } = value as unknown as Buddy['value']
    if (withdrawnOn !== undefined) return 'buddy-ended'
    if (on > today) return 'day-to-come'
    if (isAgreedBy(agreed, side)) return 'buddy-agreed-already'
    if (lacksGuardian(file)) return 'guardian-first'
    return whyUnsafe(file, name, person)
  },
  adds: (_, { value }, { side, on }) => {
    const agreed = { ...(value['agreed'] as Sides['agreed'] | undefined), [side]: on }
    const isBoth = buddySides.every((one) => isAgreedBy(agreed, one))
    return { agreed, state: isBoth ? 'both-agreed' : 'one-agreed' }
  },
})

/** Either side takes it back, at once and without a reason; it is begun anew or not at all. */
export const endBuddy = changeOf({
  command: 'EndBuddy',
  name: 'buddies',
  asks: { side: word(buddySides) },
  check: (_, _said, { value }) => (value['withdrawnOn'] === undefined ? undefined : 'buddy-ended'),
  adds: ({ today }) => ({ withdrawnOn: today }),
})

/** Who walks beside the person today: both sides have agreed, neither has ended it, and nothing was learnt against them since. */
export const buddiesNow = (file: CaseFile): readonly Buddy[] =>
  buddiesOf(file).filter(
    ({ value: { agreed = {}, withdrawnOn, name, person } }) =>
      withdrawnOn === undefined &&
      buddySides.every((side) => isAgreedBy(agreed, side)) &&
      whyUnsafe(file, name, person) === undefined,
  )

/** Who of the network's counsellors talks with the person. Only who has that duty today can be chosen. */
export const setCounsellor = fact({
  command: 'SetCounsellor',
  name: 'counsellor',
  asks: { counsellor: uuid('user') },
})
