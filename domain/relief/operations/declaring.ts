import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type Said, code, day, id, list, optional } from '#domain/kernel/shape.ts'
import { committee } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { isTouched } from '#domain/relief/event.ts'
import { evidence, evidenceFault } from '#domain/relief/evidence.ts'
import { isEventCode } from '#domain/relief/relief.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId, eventKind } from '#domain/relief/shapes.ts'
import { eventAndLoans } from '#domain/relief/subjects.ts'
import { windowOf } from '#domain/relief/windows.ts'

type State = Pick<Relieving, 'events' | 'members' | 'villageCode' | 'charter'>

const some = { min: 1, max: 200, code: 'scope-cannot-hold' }
const asks = {
  eventId,
  kind: eventKind,
  places: optional(list(code('place-not-a-code'), some)),
  memberIds: optional(list(id('member'), some)),
  from: day,
  to: optional(day),
  evidence,
}
type DeclaringCommand = Said<typeof asks> & { readonly effectiveOn: string }

/** One household, as many as live together. */
const householdMax = 20

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length

const scopeFault = (
  { members }: Pick<State, 'members'>,
  { kind, places, memberIds = [] }: DeclaringCommand,
) => {
  const isOwn = kind === 'personal'
  if (places !== undefined)
    return isOwn || hasTwice(places) ? invalid('scope-cannot-hold', '/places') : undefined
  const stranger = memberIds.findIndex((memberId) => !members.has(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/memberIds/${stranger}`)
  const isMany = isOwn && memberIds.length > householdMax
  return isMany || hasTwice(memberIds) ? invalid('scope-cannot-hold', '/memberIds') : undefined
}

const declaringFault = (state: State, command: DeclaringCommand) => {
  const { eventId: of, kind, places, memberIds, from, to, evidence: shown } = command
  if (!isEventCode(of)) return invalid('event-not-a-code', '/eventId')
  if ((places === undefined) === (memberIds === undefined))
    return invalid('scope-cannot-hold', '/places')
  const scope = scopeFault(state, command)
  if (scope) return scope
  if (from > command.effectiveOn) return invalid('event-days-cannot-hold', '/from')
  if (to !== undefined && to < from) return invalid('event-days-cannot-hold', '/to')
  const fault = evidenceFault(shown, (memberId) => state.members.has(memberId))
  if (fault) return invalid(fault.code, `/evidence${fault.at}`)
  // Of one household the journal is told no more than that, and of others nobody hides what it was.
  return (shown.is === 'reason') === (kind === 'personal')
    ? undefined
    : invalid('evidence-cannot-hold', '/evidence/is')
}

/**
 * That something happened, said by an officer with what shows it; it puts nothing off by itself. Whoever lives there
 * is found anew when relief is given; what is over for longer than relief would have lasted puts nothing off any more.
 */
export const declareEvent = operation({
  command: 'DeclareEvent',
  entry: 'EventDeclared',
  oneHand: 'decision',
  asks,
  keeps: ['eventId', 'kind', 'places', 'memberIds', 'from', 'to', 'evidence'],
  // Whoever of the committee stands in the water says so; what follows from it two people write.
  may: committee,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: (now: State, command) => {
    const fault = declaringFault(now, command)
    if (fault) return fault
    const { eventId: of, kind, from, effectiveOn: on } = command
    if (now.events.has(of)) return refused('event-already-declared')
    const isThere = [...now.members.values()].some((one) =>
      isTouched(one, command, now.villageCode),
    )
    if (!isThere) return refused('nobody-lives-there')
    if (windowOf(now.charter, { kind, from }).to < on) return refused('event-long-past')
    return recorded({ flags: [], postings: [] })
  },
  about: (entry) => eventAndLoans(entry.eventId),
})
