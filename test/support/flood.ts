import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { renewedBy, touchedBy } from '#domain/relief/giving.ts'
import type { EventKind } from '#domain/relief/relief.ts'
import { reliefIn } from '#domain/room-states.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import type { Village } from '#domain/village.ts'
import { byOfficers } from '#test/support/committee.ts'
import {
  type Story,
  type StoryCommand,
  admitted,
  founded,
  openedOn,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

/** Three communes, whose zones are their codes in the gazetteer. */
export const communes = ['17020101', '17020201', '17020301'] as const

export const officers = ['o1', 'o2', 'o3', 'o4', 'o5'] as const
const offices = ['chair', 'record-keeper', 'box-keeper', 'counter', 'counter'] as const

/** A fund with a committee and `n` members in turn of each commune, each with a loan of its own number. */
export const alongTheRiver = (
  n: number,
  charter: Partial<Charter> = {},
  until?: string,
): readonly StoryCommand[] => [
  founded({ charter, opening: { cash: 1_000_000_000, reserve: 1_000_000_000 } }),
  ...officers.map((memberId) => admitted(memberId)),
  ...officers.map((memberId, i): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: openedOn,
    memberId,
    office: offices[i]!,
    ...(until === undefined ? {} : { until }),
  })),
  ...Array.from({ length: n }, (_, i) =>
    admitted(`m${i}`, { zone: communes[i % communes.length]! }),
  ),
  ...Array.from({ length: n }, (_, i) =>
    paidOut({
      on: '2025-01-20',
      principal: 300_000 + 1_000 * i,
      months: 6 + (i % 7),
      loanId: `l${i}`,
      memberId: `m${i}`,
    }),
  ),
]

type Happened = {
  readonly on?: string
  readonly from?: string
  readonly eventId?: string
  readonly kind?: EventKind
  readonly places?: readonly string[]
  readonly memberIds?: readonly string[]
}

export const declared = ({
  on = '2025-03-05',
  from = '2025-03-01',
  eventId = 'E1',
  kind = 'flood',
  places = ['170201'],
  memberIds,
}: Happened = {}): StoryCommand => ({
  type: 'DeclareEvent',
  effectiveOn: on,
  eventId,
  kind,
  ...(memberIds === undefined ? { places } : { memberIds }),
  from,
  evidence:
    kind === 'personal'
      ? { is: 'reason', hash: 'ab'.repeat(32) }
      : { is: 'gauge', station: 'KRATIE', levelCm: 2310 },
})

/** The list that the rule gives for a day: what a page or a program shows before anybody confirms. */
export const listOn = (village: Village, on: string, eventId = 'E1', isRenewal = false) => {
  const state = reliefIn(village, village.fund!, charterOn(village.fund!.charters, on))
  const event = declaredIn(village.events, eventId)!
  return isRenewal ? renewedBy(state, event, on) : touchedBy(state, event, on)
}

export const threeOfThem = byOfficers(['o1', 'o2', 'o3'])

type Gave = { readonly on?: string; readonly eventId?: string; readonly ballot?: Ballot }

export const activated = (
  village: Village,
  { on = '2025-03-06', eventId = 'E1', ballot = threeOfThem }: Gave = {},
): StoryCommand => ({
  type: 'ActivateRelief',
  effectiveOn: on,
  eventId,
  touched: listOn(village, on, eventId),
  ballot,
})

export const renewed = (
  village: Village,
  { on = '2025-05-20', eventId = 'E1', ballot = threeOfThem }: Gave = {},
): StoryCommand => ({
  type: 'RenewRelief',
  effectiveOn: on,
  eventId,
  touched: listOn(village, on, eventId, true),
  ballot,
})

/** What is told, each part made from the village as it is after the parts before. */
export const storyWith = (
  beginnings: readonly StoryCommand[],
  ...parts: readonly (StoryCommand | ((village: Village) => StoryCommand))[]
): Story => {
  const told = [...beginnings]
  for (const part of parts)
    told.push(typeof part === 'function' ? part(storyOf(told).village) : part)
  return storyOf(told)
}
