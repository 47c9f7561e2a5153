import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { Command } from '#domain/village.ts'
import { officerOf } from '#test/sim/ballots.ts'
import type { Draws } from '#test/sim/draws.ts'
import type { CommandOf, CommandType } from '#test/sim/kinds.ts'
import { shownBy } from '#test/sim/kinds-need.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

type Tell = <Type extends CommandType>(
  type: Type,
  own: Omit<CommandOf<Type>, 'id' | 'v' | 'type'>,
) => void

/** The chair, where there is one: who confirms most of what is voted. */
const chairOf = (draws: Draws): string => {
  const chair = draws.made.find((one) => one.type === 'AppointOfficer' && one.office === 'chair')
  return chair && draws.happens(92)
    ? (chair as CommandOf<'AppointOfficer'>).memberId
    : officerOf(draws)
}

/** Nearly everybody, of one mind. */
const meetingOf = (draws: Draws): Ballot => {
  const all = draws.made.filter((one) => one.type === 'AdmitMember' && !one.isFormer).length
  const present = draws.comingOf(all, all)
  const isNo = draws.happens(30)
  const hands = { present, yes: isNo ? 0 : present, no: isNo ? present : 0 }
  return { by: 'meeting', hands, recused: [], confirmedBy: chairOf(draws) }
}

const officersOf = (draws: Draws): Ballot => {
  const appointed = draws.made.flatMap((one) =>
    one.type === 'AppointOfficer' ? [one.memberId] : [],
  )
  const votes = [...new Set(appointed)].map((memberId) => ({ memberId, vote: 'yes' as const }))
  return { by: 'officers', votes, recused: [], confirmedBy: chairOf(draws) }
}

const evidence = { is: 'gauge', station: 'K', levelCm: 2000 } as const

/** What was promised before the season, and a loan of it when the water has come. */
const lineOf = (
  draws: Draws,
  day: (days: number) => string,
  { eventId, memberId }: { readonly eventId: string; readonly memberId: string },
) => {
  const seasonId = `T${draws.whole(0, 99)}`
  const before = (tell: Tell): void =>
    tell('PromiseEmergencyLines', {
      effectiveOn: day(-5),
      seasonId,
      from: day(-4),
      to: day(draws.happens(85) ? 40 : -3),
      trigger: { station: 'K', levelCm: 1500 },
      lines: [{ memberId, amount: 100 }],
      ballot: meetingOf(draws),
    })
  const after = (tell: Tell): void => {
    const measure = { ...evidence, levelCm: draws.happens(70) ? 2000 : 1000 }
    const opened = { effectiveOn: day(1), seasonId, eventId, measure }
    tell('OpenEmergencyLine', { ...opened, witnessId: memberId })
    if (draws.happens(20)) tell('OpenEmergencyLine', { ...opened, witnessId: memberId })
    const loanId = `v${draws.whole(0, 999)}`
    const number = loanId.toUpperCase()
    const terms = { product: 'emergency', principal: 100, months: 1 } as const
    tell('RecordPayout', { effectiveOn: day(2), loanId, number, memberId, ...terms })
  }
  return { before, after }
}

/** Something that can be put off. */
const lend = (
  draws: Draws,
  tell: Tell,
  {
    effectiveOn,
    memberId,
    isUrgent,
  }: { readonly effectiveOn: string; readonly memberId: string; readonly isUrgent: boolean },
): void => {
  const loanId = `v${draws.whole(0, 999)}`
  const product = isUrgent
    ? ('emergency' as const)
    : draws.one(['normal', 'normal', 'seasonal'] as const)
  const terms = { product, principal: draws.whole(4, 40) * 100, months: draws.one([2, 3, 5]) }
  tell('RecordPayout', { effectiveOn, loanId, number: loanId.toUpperCase(), memberId, ...terms })
}

/** Whoever is put off asks for a loan that is no help in need. */
const askMore = (
  draws: Draws,
  tell: Tell,
  { day, memberId }: { readonly day: (days: number) => string; readonly memberId: string },
): void => {
  const loanId = `n${draws.whole(0, 99)}`
  const about = { loanId, effectiveOn: day(5) }
  const asked = { product: 'normal', principal: 100, months: 2, purpose: 'trade' } as const
  tell('RequestLoan', { ...about, memberId, ...asked })
  tell('AppraiseLoan', {
    ...about,
    appraisedBy: officerOf(draws, memberId),
    finding: 'sound',
    burden: 'up-to-33',
  })
  const textHash = 'cd'.repeat(32)
  tell('DiscloseCost', { ...about, textHash, language: 'km', paidOutOn: day(6) })
  tell('DecideLoan', { ...about, ballot: meetingOf(draws) })
}

/**
 * An event as it should go: declared, relief given and ratified, renewed or taken back, with its usual troubles.
 * Each step has to fit the one before, which chance alone rarely brings about.
 */
export const needLife = (draws: Draws, idAt: (n: number) => string): readonly Command[] => {
  const steps: Command[] = []
  const tell: Tell = (type, own) =>
    void steps.push({ type, id: idAt(steps.length), v: 1, ...own } as unknown as Command)
  const first = dayOf(draws.day())
  const day = (days: number): string => textOf(first + days)
  const eventId = `V${draws.whole(0, 99)}`
  const shown = (on: string, isRenewal: boolean) =>
    shownBy([...draws.made, ...steps], { eventId, on, isRenewal }) ?? []
  const isOwn = draws.happens(25)
  const memberId = draws.member()
  const line = draws.happens(40) ? lineOf(draws, day, { eventId, memberId }) : undefined
  const asksMore = draws.happens(35)
  lend(draws, tell, { effectiveOn: day(-20), memberId, isUrgent: asksMore })
  line?.before(tell)
  tell('DeclareEvent', {
    effectiveOn: day(0),
    eventId,
    kind: isOwn ? 'personal' : draws.one(['flood', 'drought'] as const),
    ...(isOwn ? { memberIds: [memberId] } : { places: ['99'] }),
    from: day(-2),
    evidence: isOwn ? { is: 'reason', hash: 'e'.repeat(64) } : evidence,
  })
  const declines = (on: string): void =>
    tell('DeclineRelief', { effectiveOn: on, eventId, memberId })
  if (draws.happens(15)) declines(day(0))
  const ballot = draws.happens(70) ? officersOf(draws) : meetingOf(draws)
  tell('ActivateRelief', { effectiveOn: day(1), eventId, touched: shown(day(1), false), ballot })
  line?.after(tell)
  if (draws.happens(30)) declines(day(draws.whole(1, 60)))
  const ratify = (on: string): void =>
    tell('RatifyRelief', { effectiveOn: on, eventId, ballot: meetingOf(draws) })
  if (asksMore) askMore(draws, tell, { day, memberId })
  if (draws.happens(60)) ratify(day(10))
  const renew = (on: string): void =>
    tell('RenewRelief', {
      effectiveOn: on,
      eventId,
      touched: shown(on, true),
      ballot: meetingOf(draws),
    })
  if (draws.happens(60)) renew(day(30))
  if (draws.happens(15)) renew(day(31))
  if (draws.happens(15)) tell('LapseRelief', { effectiveOn: day(20), eventId })
  if (draws.happens(30)) {
    const present = draws.made.flatMap((one) => (one.type === 'AdmitMember' ? [one.memberId] : []))
    tell('RecordAttendance', { effectiveOn: day(20), present, absent: [] })
    tell('LapseRelief', { effectiveOn: day(draws.one([25, 45, 45])), eventId })
  }
  const approvedBy = officerOf(draws)
  if (draws.happens(50))
    tell('UndoRelief', { effectiveOn: day(draws.one([2, 31, 60])), eventId, approvedBy })
  return steps
}
