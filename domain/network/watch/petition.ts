import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { type DutyBasis, type Duty, duties } from '#domain/network/register/duties.ts'
import { type LicenceOn, statusOn } from '#domain/network/register/licence.ts'
import { type KnownBy, type Party, latestOf } from '#domain/network/register/parties.ts'
import { type TakenStep, stepsTaken } from '#domain/network/watch/ladder.ts'
import { type CheckedReport, householdsOf } from '#domain/network/watch/report.ts'
import {
  type LadderStep,
  type Official,
  type Watch,
  type WatchAnswer,
  type WatchLetter,
  answerOf,
  ladderSteps,
  replyOf,
  upheldOf,
} from '#domain/network/watch/watch.ts'

/** A report as a petition tells it: nothing of who spoke, of no household, and by no hand. */
export type PetitionReport = Pick<
  CheckedReport,
  'reportId' | 'kind' | 'duties' | 'month' | 'basis' | 'evidence'
> & { readonly checkedOn: LocalDate; readonly upheldOn: LocalDate; readonly official?: Official }

/**
 * What is handed to the ministry: everything as it stood on the day on which two stood behind it, so that it is the same
 * on every later day.
 */
export type Petition = {
  readonly partyId: string
  readonly step: LadderStep
  readonly on: LocalDate
  readonly name: { readonly km?: string; readonly latin?: string }
  readonly licence: Pick<LicenceOn, 'state' | 'number' | 'since' | 'until'>
  readonly steps: readonly {
    readonly step: LadderStep
    readonly on: LocalDate
    /** The places in the index of the reports that it rests on. */
    readonly rests: readonly number[]
    readonly households: number
  }[]
  readonly reports: readonly PetitionReport[]
  readonly duties: readonly {
    readonly duty: Duty
    readonly basis: DutyBasis
    readonly times: number
  }[]
  readonly letters: readonly (Pick<WatchLetter, 'to' | 'on' | 'dueOn'> & {
    readonly answer?: Pick<WatchAnswer, 'says' | 'digest'> & {
      readonly on: LocalDate
      /** The words, where two stood behind them by then; of words that were erased since their digest alone. */
      readonly reply?: { readonly digest: string; readonly text?: string }
    }
  })[]
}

const namesOf = (party: Party, known: KnownBy): Petition['name'] => {
  const fact = latestOf(party, 'name', known)?.fact ?? party.facts[0]!.fact
  if (fact.what !== 'name') return {}
  const { km, latin } = fact
  return { ...(km !== undefined && { km }), ...(latin !== undefined && { latin }) }
}

const licenceOn = (party: Party, on: LocalDate, knownOn: KnownBy): Petition['licence'] => {
  const { state, number, since, until } = statusOn(party, { on, knownOn })
  return {
    state,
    ...(number !== undefined && { number }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  }
}

/** Words of replies by their digest, as far as they are still kept. */
export type ReplyTexts = ReadonlyMap<string, string>

/** The day on which it was written down, where that was later than the day that it bears. */
const dayOf = ({ on, writtenOn }: TakenStep['confirmed']): LocalDate => later(on, writtenOn)

/** Steps with all that came before one: two may have been taken on one day. */
const upTo = (steps: readonly TakenStep[], last: LadderStep): readonly TakenStep[] =>
  steps.slice(0, ladderSteps.indexOf(last) + 1)

/** All that the step and those before it rest on, in the order of the rulings. */
const reportsOf = (watch: Watch, { partyId, step, confirmed }: TakenStep) => {
  const ids = new Set(upTo(stepsTaken(watch, partyId), step).flatMap(({ reportIds }) => reportIds))
  return upheldOf(watch, partyId, ({ seq }) => seq < confirmed.seq)
    .filter(({ reportId }) => ids.has(reportId))
    .map(({ reportId, kind, duties: broken, month, basis, evidence, on: checkedOn, ruling }) => ({
      reportId,
      kind,
      duties: broken,
      month,
      basis,
      evidence: evidence.toSorted(),
      checkedOn,
      upheldOn: ruling.confirmed.on,
      ...(ruling.official && { official: ruling.official }),
    }))
}

/** What stood in the journal before the step: whatever day somebody gives to a later letter, it is no part of it. */
const lettersTill = (
  watch: Watch,
  { partyId, confirmed: { seq: till } }: TakenStep,
  texts: ReplyTexts,
): Petition['letters'] =>
  [...watch.letters.values()]
    .filter((one) => one.partyId === partyId && one.confirmed && one.confirmed.seq < till)
    .toSorted((a, b) => a.on.localeCompare(b.on) || (a.letterId < b.letterId ? -1 : 1))
    .map((letter) => {
      const { to, on, dueOn } = letter
      const answer = answerOf(letter, ({ seq }) => seq < till)
      if (!answer) return { to, on, dueOn }
      const { says, digest: words, proposedOn } = answer
      const said = { says, ...(words !== undefined && { digest: words }), on: proposedOn }
      const digest = replyOf(letter, ({ seq }) => seq < till)?.digest
      const text = digest === undefined ? undefined : texts.get(digest)
      const reply = digest !== undefined && {
        reply: { digest, ...(text !== undefined && { text }) },
      }
      return { to, on, dueOn, answer: { ...said, ...reply } }
    })

/** The petition of a step that was taken; undefined for one that two do not stand behind. */
export const petitionOf = (
  watch: Watch & { readonly parties: ReadonlyMap<string, Party> },
  decisionId: string,
  texts: ReplyTexts = new Map(),
): Petition | undefined => {
  const decision = watch.decisions.get(decisionId)
  if (decision?.what !== 'step' || !decision.confirmed) return undefined
  const step = decision as TakenStep
  const party = watch.parties.get(step.partyId)
  if (!party) return undefined
  const { partyId } = step
  const on = step.confirmed.on
  // What the register came to know later, be it on the same day, is no part of it.
  const known = { before: step.confirmed.seq }
  const reports: readonly PetitionReport[] = reportsOf(watch, step)
  const place = new Map(reports.map(({ reportId }, i) => [reportId, i + 1]))
  return {
    partyId,
    step: step.step,
    on,
    name: namesOf(party, known),
    licence: licenceOn(party, dayOf(step.confirmed), known),
    steps: upTo(stepsTaken(watch, partyId), step.step).map((one) => ({
      step: one.step,
      on: one.confirmed.on,
      rests: one.reportIds.flatMap((id) => place.get(id) ?? []).toSorted((a, b) => a - b),
      households: householdsOf(one.reportIds.flatMap((id) => watch.reports.get(id) ?? [])),
    })),
    reports,
    duties: duties.flatMap(({ duty, basis }) => {
      const times = reports.filter((one) => one.duties.includes(duty)).length
      return times === 0 ? [] : [{ duty, basis, times }]
    }),
    letters: lettersTill(watch, step, texts),
  }
}
