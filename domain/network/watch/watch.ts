import type { LocalDate } from '#domain/kernel/dates.ts'
import type { CheckedReport } from '#domain/network/watch/report.ts'

/**
 * What a report can turn out to be. What was checked wrongly, of somebody else or by codes that are not so, counts for nothing
 * any more: its report is checked anew.
 */
export const outcomes = ['upheld', 'unfounded', 'checked-wrongly'] as const
export type Outcome = (typeof outcomes)[number]

/** What is done about an agency against which reports were upheld, one after the other. */
export const ladderSteps = ['first-warning', 'second-warning', 'petition'] as const
export type LadderStep = (typeof ladderSteps)[number]

/** Who can have ruled on it: then it is an official fact. */
export const authorities = ['labour-ministry', 'court', 'police', 'labour-inspector'] as const

/** To whom letters go; each has ten days to answer, where nothing else is said. */
export const receivers = [
  'agency',
  'labour-ministry',
  'labour-department',
  'anti-trafficking-police',
  'embassy',
  'destination-partner',
  'union',
] as const
export type Receiver = (typeof receivers)[number]

/** Days in which an answer is due: the term of the Prakas of 2013 on complaints. */
export const answerDays = 10

/** So many days lie at most between a letter and the day on which it is written down: nobody makes one overdue that is new. */
export const letterDaysBack = 7

/** What was answered. */
export const answers = [
  'denies',
  'explains',
  'repays',
  'takes-it-on',
  'inspects',
  'warns',
  'removes-licence',
  'refuses',
] as const

/** What an official ruling is known by. */
export type Official = { readonly authority: (typeof authorities)[number]; readonly on: LocalDate }

type ByTwo = {
  readonly proposedBy: string
  readonly proposedOn: LocalDate
  /** The place in the journal: what came first is told by it, and by no day that somebody gives. */
  readonly proposedSeq: number
  /** By somebody else; until then it is nothing. */
  readonly confirmed?: {
    readonly by: string
    readonly on: LocalDate
    /** By the clock of the service: an earlier day that somebody gives makes nothing public sooner. */
    readonly writtenOn: LocalDate
    readonly seq: number
  }
}

type Proposed = ByTwo & { readonly decisionId: string }

export type RulingDecision = Proposed & {
  readonly what: 'ruling'
  readonly reportId: string
  readonly found: Outcome
  readonly official?: Official
}

export type StepDecision = Proposed & {
  readonly what: 'step'
  readonly partyId: string
  readonly step: LadderStep
  /** What it rests on. */
  readonly reportIds: readonly string[]
}

export type WatchDecision = RulingDecision | StepDecision

/** The words of an agency's reply, by their SHA-256: they lie sealed elsewhere, and two say that they name nobody who spoke. */
export type ReplyText = ByTwo & { readonly digest: string }

/** What came back to a letter, as somebody says; it is nothing before somebody else has seen it too. */
export type WatchAnswer = ByTwo & {
  readonly says: (typeof answers)[number]
  /** SHA-256 of what was written; the words themselves may name somebody, and lie sealed. */
  readonly digest?: string
}

/** A letter that was sent, and what came of it: no clock runs before somebody else has seen that it went. */
export type WatchLetter = ByTwo & {
  readonly letterId: string
  readonly to: Receiver
  readonly partyId: string
  readonly reportIds: readonly string[]
  /** The decision that it carries out. */
  readonly decisionId?: string
  readonly on: LocalDate
  /** By the clock of the service: a day that somebody gives is told beside it. */
  readonly writtenOn: LocalDate
  readonly dueOn: LocalDate
  /** In the order in which they were written down: the last one that two stand behind is the one that holds. */
  readonly answers?: readonly WatchAnswer[]
  /** In the order in which they were proposed: the last one that two stand behind is the one that is read. */
  readonly replies?: readonly ReplyText[]
}

/** What was answered, by what is looked at: of several the one that two stand behind last, so that a wrong one is put right. */
export const answerOf = (
  { answers: said = [] }: Pick<WatchLetter, 'answers'>,
  isKnown: IsKnown = () => true,
): WatchAnswer | undefined =>
  said
    .filter(({ confirmed }) => confirmed !== undefined && isKnown(confirmed))
    .toSorted((a, b) => a.confirmed!.seq - b.confirmed!.seq)
    .at(-1)

/** What waits for somebody else to have seen it: the last that was said since. */
export const waitingAnswer = ({
  answers: said = [],
}: Pick<WatchLetter, 'answers'>): WatchAnswer | undefined => {
  const last = said.at(-1)
  return last?.confirmed ? undefined : last
}

/** The words of a reply that two stand behind, by what is looked at; undefined where there are none. */
export const replyOf = (
  { replies = [] }: Pick<WatchLetter, 'replies'>,
  isKnown: IsKnown = () => true,
): ReplyText | undefined =>
  replies.findLast(({ confirmed }) => confirmed !== undefined && isKnown(confirmed))

/** How many, in which time, and from when on anything is told outside. */
export type WatchRules = {
  /** So many households make a step of the ladder. */
  readonly upheldNeeded: number
  /** Within so many days, by the days of the rulings. */
  readonly windowDays: number
  /** So many households are counted before anybody outside reads of it. */
  readonly publicFrom: number
  /** And so many days lie in between. */
  readonly delayDays: number
}

/** Below three households a figure points at one of them. */
export const publicFromMin = 3
export const delayDaysMin = 90

export const usualRules: WatchRules = {
  upheldNeeded: 3,
  windowDays: 730,
  publicFrom: publicFromMin,
  delayDays: delayDaysMin,
}

/** Rules with the day on which the service wrote them down. */
export type DatedRules = WatchRules & { readonly writtenOn: LocalDate }

/** What a network has checked, decided and sent about agencies. */
export type Watch = {
  readonly reports: ReadonlyMap<string, CheckedReport>
  readonly decisions: ReadonlyMap<string, WatchDecision>
  readonly letters: ReadonlyMap<string, WatchLetter>
  readonly rules: WatchRules
  /** All that were set, in their order; left out in what an earlier version wrote. */
  readonly ruled?: readonly DatedRules[]
  /** Whether a reviewer has let the network tell anything outside. */
  readonly isPublic: boolean
}

export type GrowingWatch = {
  readonly reports: Map<string, CheckedReport>
  readonly decisions: Map<string, WatchDecision>
  readonly letters: Map<string, WatchLetter>
  rules: WatchRules
  readonly ruled: DatedRules[]
  isPublic: boolean
}

export const emptyWatch = (): GrowingWatch => ({
  reports: new Map(),
  decisions: new Map(),
  letters: new Map(),
  rules: usualRules,
  ruled: [],
  isPublic: false,
})

/** A ruling that two stand behind. */
export type Ruling = RulingDecision & { readonly confirmed: NonNullable<Proposed['confirmed']> }

const isRuling = (one: WatchDecision): one is Ruling =>
  one.what === 'ruling' && one.confirmed !== undefined

/** Which rulings are looked at. */
export type IsKnown = (confirmed: NonNullable<ByTwo['confirmed']>) => boolean

/** As it was written down at the end of a day. */
export const knownBy =
  (day: LocalDate): IsKnown =>
  ({ on, writtenOn }) =>
    on <= day && writtenOn <= day

/** The ruling of each report that has one: of several the one that was confirmed last. */
export const rulingsBy = (
  { decisions }: Pick<Watch, 'decisions'>,
  isKnown: IsKnown = () => true,
): ReadonlyMap<string, Ruling> => {
  const found = new Map<string, Ruling>()
  for (const one of decisions.values()) {
    if (!isRuling(one) || !isKnown(one.confirmed)) continue
    const before = found.get(one.reportId)
    if (!before || one.confirmed.seq > before.confirmed.seq) found.set(one.reportId, one)
  }
  return found
}

/** Whether a ruling that was proposed came before the one that holds: it was made of what was known earlier. */
export const isOvertaken = (
  watch: Pick<Watch, 'decisions'>,
  { reportId, proposedSeq }: RulingDecision,
): boolean => (rulingsBy(watch).get(reportId)?.confirmed.seq ?? 0) > proposedSeq

/** A report that was upheld, with its ruling. */
export type UpheldReport = CheckedReport & { readonly ruling: Ruling }

/** Reports of an agency that were upheld, in the order of their rulings. */
export const upheldOf = (
  watch: Pick<Watch, 'reports' | 'decisions'>,
  partyId: string,
  isKnown?: IsKnown,
): readonly UpheldReport[] => {
  const rulings = rulingsBy(watch, isKnown)
  return [...watch.reports.values()]
    .flatMap((report) => {
      const ruling = rulings.get(report.reportId)
      return report.partyId === partyId && ruling?.found === 'upheld' ? [{ ...report, ruling }] : []
    })
    .toSorted(
      (a, b) =>
        a.ruling.confirmed.on.localeCompare(b.ruling.confirmed.on) ||
        (a.reportId < b.reportId ? -1 : 1),
    )
}
