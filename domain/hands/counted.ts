import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { cashMoved } from '#domain/fund/meeting/cash.ts'
import { type MadeCount, type Meeting, meetingDays } from '#domain/fund/meeting/meetings.ts'
import { keepersOn } from '#domain/fund/people/keepers.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type CountChanges, type Hands, isHeldHere } from '#domain/hands/hands.ts'
import type { Body, Entry, Village } from '#domain/vocabulary.ts'

type State = {
  readonly hands: Pick<Hands, 'begun'>
  readonly counted: CountChanges
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  readonly kept: ReadonlyMap<EntryId, { readonly on: LocalDate; readonly body: Body }>
}

type Fact = { readonly body: Body; readonly on: LocalDate }

/** The count, by note or typed since the fund is here, that was first to take in what was done on a day; undefined where there is none yet. */
const countOf = ({ hands, meetings }: State, on: LocalDate): LocalDate | undefined => {
  const isCounted = (day: LocalDate, count: MadeCount | undefined): boolean =>
    count !== undefined && (count.isByNote || isHeldHere(hands, day))
  const isFirst = (day: LocalDate): boolean => {
    const { opening, closing } = meetings.get(day)!
    return isCounted(day, closing) || (day > on && isCounted(day, opening))
  }
  const days = meetingDays(meetings)
  // Nearly every fact is of the last meeting or of a day after it.
  const before = days.findLastIndex((day) => day < on)
  return days.slice(before + 1).find(isFirst)
}

/** What a fact is, whoever stands behind it. Private savings bear a mark of their own each time, and no owner. */
const factOf = ({ body, on }: Fact): string => {
  if (body.type === 'PrivateSavingsMoved') return `${on} ${body.type}`
  const { postings: _, flags: _flags, ...said } = body
  const { approvedBy: _approver, ...fact } = said as { readonly approvedBy?: string }
  return `${on} ${canonicalJson(fact as unknown as Json)}`
}

const isCount = ({ type }: Body): boolean => type === 'MeetingOpened' || type === 'MeetingClosed'

/** Takes in what an entry changes of a count that was made before it, in place. */
export const takeInCountChange = (state: State, entry: Entry): void => {
  const { body, id, effectiveOn } = entry
  const isBack = body.type === 'EntryReversed'
  const fact: Fact = isBack ? state.kept.get(body.reverses)! : { body, on: effectiveOn }
  const cash = cashMoved(fact.body.postings)
  if (cash === 0 || isCount(fact.body)) return
  const on = countOf(state, fact.on)
  if (on === undefined) return
  // In and out of one sum are two facts, also where nothing else tells private ones apart.
  const key = `${factOf(fact)} ${cash}`
  const { [key]: before = 0, ...others } = state.counted.byCount.get(on)?.facts ?? {}
  const after = before + (isBack ? 0 - cash : cash)
  const facts = after === 0 ? others : { ...others, [key]: after }
  state.counted.byCount.set(on, { on, facts })
  state.counted.changedBy.set(id, on)
}

/** Keeps who answered for the box when it was first counted by note, in place: offices that are written later move nothing. */
export const takeInKeepers = (
  { meetings, members }: Pick<Village, 'meetings' | 'members'>,
  { body, effectiveOn: on }: Pick<Entry, 'body' | 'effectiveOn'>,
): void => {
  if (!(body.type === 'MeetingOpened' || body.type === 'MeetingClosed') || !body.count.isByNote)
    return
  const meeting = meetings.get(on)!
  const keepers = keepersOn([...members.values()], on).map(({ memberId }) => memberId)
  if (meeting.keepers === undefined) meetings.set(on, { ...meeting, keepers })
}

/** The count that an entry has changed, for its view. */
export const countTouched = (
  { changedBy }: CountChanges,
  { id }: Pick<Entry, 'id'>,
): readonly LocalDate[] => {
  const on = changedBy.get(id)
  return on === undefined ? [] : [on]
}
