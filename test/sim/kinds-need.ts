import { charterOn } from '#domain/fund/charter/charter.ts'
import { declaredIn } from '#domain/relief/event.ts'
import type { Evidence } from '#domain/relief/evidence.ts'
import { renewedBy, touchedBy } from '#domain/relief/giving.ts'
import type { TouchedLoan } from '#domain/relief/relief.ts'
import { reliefIn } from '#domain/room-states.ts'
import { type Command, type Village, decide, emptyVillage, evolve } from '#domain/village.ts'
import { ballotOf, officerOf } from '#test/sim/ballots.ts'
import { type Draws, given } from '#test/sim/draws.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

/** What was ever told of a village, as it stands at the end of a day: what a page would be made from. */
export const villageBy = (made: readonly Command[], day: string): Village => {
  const village = emptyVillage()
  const told = made
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .toSorted((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
    )
  for (const [i, command] of told.entries()) {
    const decision = decide(village, command)
    if (decision.outcome !== 'recorded') continue
    const { id, effectiveOn } = command
    const sealed = { recordedAt: effectiveOn, recordedBy: 'story', hash: '0'.repeat(64) }
    evolve(village, { id, seq: i + 1, effectiveOn, ...sealed, body: decision.body })
  }
  return village
}

type Shown = { readonly eventId: string; readonly on: string; readonly isRenewal: boolean }

/** The list that somebody is shown on a day; undefined where nothing of the sort was declared. */
export const shownBy = (
  made: readonly Command[],
  { eventId, on, isRenewal }: Shown,
): TouchedLoan[] | undefined => {
  const village = villageBy(made, on)
  const event = village.fund && declaredIn(village.events, eventId)
  if (!event) return undefined
  const state = reliefIn(village, village.fund!, charterOn(village.fund!.charters, on))
  return isRenewal ? renewedBy(state, event, on) : touchedBy(state, event, on)
}

/** The same, now and then another one; never an empty one. */
const listOn = (draws: Draws, shown: Shown): TouchedLoan[] => {
  const list = shownBy(draws.made, shown) ?? []
  const { on } = shown
  const odd = { loanId: draws.loan(), from: draws.happens(90) ? on : '2026-02-30', to: on }
  return draws.happens(93) && list.length > 0 ? list : [odd]
}

const hash = (letter: string): string => letter.repeat(64)

const evidenceOf = (draws: Draws, isOwn: boolean): Evidence => {
  if (isOwn && draws.happens(95)) return { is: 'reason', hash: hash('a') }
  return draws.one<Evidence>([
    { is: 'cap-alert', hash: hash('b') },
    { is: 'gauge', station: 'K', levelCm: draws.whole(0, 3) * 1000 },
    { is: 'commune-note', hash: draws.happens(80) ? hash('c') : 'none' },
    { is: 'photo', hash: hash('d'), witnesses: [draws.member(), draws.member()] },
    { is: 'gauge', station: draws.happens(90) ? 'K' : '\n', levelCm: 2500 },
  ])
}

const eventOf = (draws: Draws): string =>
  draws.happens(92) ? (draws.told('DeclareEvent')?.eventId ?? 'N1') : `N${draws.whole(0, 9)}`

const places = ['ទន្លេ', '99', '9999990', 'upland', '17'] as const

/** Mostly soon after it happened, at a place or to a household. */
export const eventDeclaredOf = (draws: Draws) => {
  const kind = draws.one(['flood', 'drought', 'fire', 'personal'] as const)
  const isOwn = kind === 'personal'
  const effectiveOn = draws.day()
  const from = textOf(dayOf(effectiveOn) - draws.one([0, 0, 3, 20, draws.happens(20) ? 400 : 9]))
  const byName = isOwn ? draws.happens(95) : draws.happens(40)
  return {
    effectiveOn,
    eventId: draws.happens(95) ? `N${draws.whole(0, 9)}` : draws.one(['death', '', '\n']),
    kind: draws.happens(98) ? kind : ('eclipse' as 'flood'),
    ...(byName || draws.happens(3)
      ? { memberIds: [draws.happens(97) ? draws.member() : 'nobody'] }
      : {}),
    ...(byName ? {} : { places: [draws.happens(96) ? draws.one(places) : '\n'] }),
    from: draws.happens(97) ? from : textOf(dayOf(effectiveOn) + 1),
    ...given(
      'to',
      draws.maybe(20, () => textOf(dayOf(effectiveOn) - draws.whole(-9, 9))),
    ),
    evidence: evidenceOf(draws, isOwn),
  }
}

const soonAfter = (draws: Draws): string => {
  const event = draws.told('DeclareEvent')
  if (!event || draws.happens(8)) return draws.day()
  return textOf(dayOf(event.effectiveOn) + draws.one([0, 0, 1, 5, 20, 33, 50, draws.whole(0, 90)]))
}

const givingOf = (isRenewal: boolean) => (draws: Draws) => {
  const eventId = eventOf(draws)
  const effectiveOn = soonAfter(draws)
  const touched = listOn(draws, { eventId, on: effectiveOn, isRenewal })
  return { effectiveOn, eventId, touched, ballot: ballotOf(draws, '', 50) }
}
export const activationOf = givingOf(false)
export const renewalOf = givingOf(true)

export const declineOf = (draws: Draws) => ({
  effectiveOn: soonAfter(draws),
  eventId: eventOf(draws),
  memberId: draws.member(),
})
export const ratificationOf = (draws: Draws) => ({
  effectiveOn: soonAfter(draws),
  eventId: eventOf(draws),
  ballot: ballotOf(draws, '', 92),
})
export const lapseOf = (draws: Draws) => ({
  effectiveOn: textOf(dayOf(soonAfter(draws)) + draws.one([0, 31, 40])),
  eventId: eventOf(draws),
})
export const undoingOf = (draws: Draws) => ({
  effectiveOn: soonAfter(draws),
  eventId: eventOf(draws),
  approvedBy: draws.happens(90) ? officerOf(draws) : draws.member(),
})

/** Mostly what a last loan allows; some of the seasons have begun, and some of the sums are too large. */
export const promiseOf = (draws: Draws) => {
  const effectiveOn = draws.day()
  const from = textOf(dayOf(effectiveOn) + draws.one([0, 1, 10, 10, -1]))
  const memberId = draws.told('RecordPayout')?.memberId ?? draws.member()
  const line = { memberId, amount: draws.happens(70) ? 100 : draws.amount() * 20 }
  const other = draws.maybe(20, () => ({
    memberId: draws.happens(95) ? draws.member() : 'nobody',
    amount: draws.happens(95) ? 100 : 0,
  }))
  return {
    effectiveOn,
    seasonId: draws.happens(96) ? `S${draws.whole(0, 3)}` : '\n',
    from,
    to: textOf(dayOf(from) + draws.one([0, 60, 200])),
    ...given(
      'trigger',
      draws.maybe(70, () => ({ station: 'K', levelCm: 1500 })),
    ),
    lines: [line, ...(other ? [other] : [])],
    ballot: ballotOf(draws, '', 92),
  }
}

export const openingOf = (draws: Draws) => ({
  effectiveOn: soonAfter(draws),
  seasonId: draws.happens(95) ? (draws.told('PromiseEmergencyLines')?.seasonId ?? 'S0') : 'S9',
  eventId: eventOf(draws),
  measure: evidenceOf(draws, false),
  witnessId: draws.happens(97) ? draws.member() : 'nobody',
})
