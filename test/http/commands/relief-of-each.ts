import { charterOn } from '#domain/fund/charter/charter.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { standingsOn } from '#domain/health/book.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { lineFor } from '#domain/relief/emergency-line.ts'
import { renewedBy, touchedBy } from '#domain/relief/giving.ts'
import type { TouchedLoan } from '#domain/relief/relief.ts'
import { reliefIn } from '#domain/room-states.ts'
import type { Command, Village } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import { caughtUp } from '#src/app/realm.ts'
import { type OfEach, type KnownIds, evening } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'

/** Events of one household each, in every state that a command about relief can find. */
type Events = {
  readonly toActivate: readonly TouchedLoan[]
  readonly toRenew: readonly TouchedLoan[]
  readonly declines: string
  readonly promised: readonly { readonly memberId: string; readonly amount: number }[]
}

const made = new WeakMap<object, Promise<Events>>()

const evidence = { is: 'reason', hash: 'ab'.repeat(32) } as const
const hands = { present: 55, yes: 50, no: 2 }

/** The last ones of the book, so that other commands of the evening find other loans. */
const borrowersOf = async ({ needs, fundId }: Practice): Promise<readonly string[]> => {
  const book = (await bookOf(needs.store, fundId))!
  const plain = new Set(
    book.members
      .filter(({ offices, isFormer }) => offices.length === 0 && !isFormer)
      .map(({ memberId }) => memberId),
  )
  const owing = standingsOn(book, evening).filter(
    ({ owed, loan }) => owed > 20_000 && plain.has(loan.memberId) && !loan.isVoid,
  )
  return [...new Set(owing.map(({ loan }) => loan.memberId))].slice(-7)
}

const stateOf = (village: Village) =>
  reliefIn(village, village.fund!, charterOn(village.fund!.charters, evening))

const seasonOf = (
  { newId, committeeMember }: KnownIds,
  memberId: string,
  ballot: Ballot,
): readonly Command[] => [
  {
    id: newId(),
    v: 1,
    effectiveOn: '2025-12-01',
    type: 'PromiseEmergencyLines',
    seasonId: 'dry-season',
    from: '2025-12-02',
    to: '2026-05-31',
    lines: [{ memberId, amount: 1000 }],
    ballot,
  },
  {
    id: newId(),
    v: 1,
    effectiveOn: '2025-12-28',
    type: 'DeclareEvent',
    eventId: 'E-storm',
    kind: 'storm',
    memberIds: [committeeMember],
    from: '2025-12-28',
    evidence: { is: 'commune-note', hash: 'cd'.repeat(32) },
  },
]

const make = async (practice: Practice, told: KnownIds): Promise<Events> => {
  const { needs, fundId } = practice
  const { newId, chair } = told
  const by = { actor: 'test', device: 'test' }
  const members = await borrowersOf(practice)
  const on = (effectiveOn: string) => ({ id: newId(), v: 1 as const, effectiveOn })
  const village = async () => (await caughtUp(needs.store, fundId)).village
  const record = async (commands: readonly Command[]): Promise<void> => {
    const answers = await needs.record(fundId, commands, by)
    const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
    if (failed) throw new Error(`no event can be made: ${JSON.stringify(failed)}`)
  }
  const declare = (eventId: string, i: number, from: string) => ({
    ...on(from),
    type: 'DeclareEvent' as const,
    eventId,
    kind: 'personal' as const,
    memberIds: [members[i]!],
    from,
    evidence,
  })
  const days = ['2025-12-28', '2025-12-28', '2025-12-28', '2025-12-28', '2025-11-02', '2025-12-28']
  const names = ['P-activate', 'P-ratify', 'P-renew', 'P-decline', 'P-lapse', 'P-undo']
  await record(names.map((name, i) => declare(name, i, days[i]!)))
  const officers = [...(await village()).members.values()]
    .filter(({ offices }) => offices.length > 0)
    .map(({ memberId }) => memberId)
  const meeting = { by: 'meeting' as const, hands, recused: [], confirmedBy: chair }
  const three = {
    by: 'officers' as const,
    votes: officers.slice(0, 4).map((memberId) => ({ memberId, vote: 'yes' as const })),
    recused: [],
    confirmedBy: chair,
  }
  const listOf = (now: Village, name: string, day: string) =>
    touchedBy(stateOf(now), declaredIn(now.events, name)!, day)
  for (const [name, day, ballot] of [
    ['P-ratify', '2025-12-28', three],
    ['P-renew', '2025-12-28', meeting],
    ['P-lapse', '2025-11-02', three],
    ['P-undo', '2025-12-28', meeting],
  ] as const) {
    const touched = listOf(await village(), name, day)
    await record([{ ...on(day), type: 'ActivateRelief', eventId: name, touched, ballot }])
  }
  await record(seasonOf(told, members[6]!, meeting))
  const now = await village()
  const line = lineFor(stateOf(now), members[0]!, evening)
  return {
    toActivate: listOf(now, 'P-activate', evening),
    toRenew: renewedBy(stateOf(now), declaredIn(now.events, 'P-renew')!, evening),
    declines: members[3]!,
    promised: [{ memberId: members[0]!, amount: 'amount' in line ? line.amount : 0 }],
  }
}

/** Made once a service. */
export const eventsOf = (practice: Practice, told: KnownIds): Promise<Events> => {
  const events = made.get(practice.needs) ?? make(practice, told)
  made.set(practice.needs, events)
  return events
}

/** Events, relief on them, and emergency loans that were promised. */
export const inNeed = (
  { envelope, chair, memberId }: KnownIds,
  { toActivate, toRenew, declines, promised }: Events,
) => {
  const ballot = { by: 'meeting' as const, hands, recused: [], confirmedBy: chair }
  return {
    DeclareEvent: {
      ...envelope(),
      type: 'DeclareEvent',
      eventId: 'E901',
      kind: 'fire',
      memberIds: [memberId],
      from: evening,
      to: evening,
      evidence: { is: 'photo', hash: 'ef'.repeat(32), witnesses: [memberId, chair] },
    },
    UndoRelief: { ...envelope(), type: 'UndoRelief', eventId: 'P-undo', approvedBy: chair },
    ActivateRelief: {
      ...envelope(),
      type: 'ActivateRelief',
      eventId: 'P-activate',
      touched: toActivate,
      ballot,
    },
    DeclineRelief: {
      ...envelope(),
      type: 'DeclineRelief',
      eventId: 'P-decline',
      memberId: declines,
    },
    RatifyRelief: { ...envelope(), type: 'RatifyRelief', eventId: 'P-ratify', ballot },
    RenewRelief: {
      ...envelope(),
      type: 'RenewRelief',
      eventId: 'P-renew',
      touched: toRenew,
      ballot,
    },
    LapseRelief: { ...envelope(), type: 'LapseRelief', eventId: 'P-lapse' },
    PromiseEmergencyLines: {
      ...envelope(),
      type: 'PromiseEmergencyLines',
      seasonId: 'rains-2026',
      from: '2026-07-01',
      to: '2026-12-31',
      trigger: { station: 'KRATIE', levelCm: 2300 },
      lines: promised,
      ballot,
    },
    OpenEmergencyLine: {
      ...envelope(),
      type: 'OpenEmergencyLine',
      seasonId: 'dry-season',
      eventId: 'E-storm',
      measure: { is: 'cap-alert', hash: 'ab'.repeat(32) },
      witnessId: chair,
    },
  } satisfies Partial<OfEach<Command>>
}
