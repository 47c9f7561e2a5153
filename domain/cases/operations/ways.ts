import type { CaseFile, CaseKind, Item, Stage } from '#domain/cases/file.ts'
import { type AnyCaseOperation, factOf } from '#domain/cases/operation.ts'
import type { CaseCommand } from '#domain/cases/operations/all.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { type ReferralState, referralGraph } from '#domain/cases/operations/referrals.ts'

/** What can be written down, by what it is about, as a worker looks for it. */
const groups = {
  talk: [
    'AddNote',
    'SetNeeds',
    'SetPerson',
    'SetContact',
    'SetVillage',
    'AddPersonAround',
    'SetGuardian',
    'GiveConsent',
    'AddPaperSeen',
  ],
  before: ['SetJourney', 'SetPromise', 'AddCost', 'TickReady', 'TickLessons', 'AskForSupport'],
  beside: ['ProposeBuddy', 'SetCounsellor'],
  abroad: ['RecordCheckIn', 'SetRhythm', 'SetLeftBehind', 'SetFound'],
  harm: ['MarkSignals', 'OfferReferral', 'SetReturnInterview', 'SetFamilyAssessment'],
  after: ['RecordFollowUp', 'SetLivingLine', 'SetMentor', 'AddBookLine'],
  end: ['SetStage', 'CloseCase'],
} as const satisfies Readonly<Record<string, readonly CaseCommand[]>>
export type WayGroup = keyof typeof groups

const all = Object.keys(groups) as readonly WayGroup[]

const ofStage: Readonly<Record<Stage, WayGroup>> = {
  thinking: 'before',
  preparing: 'before',
  leaving: 'before',
  abroad: 'abroad',
  returning: 'abroad',
  back: 'after',
}

/** Whom harm was done to is asked about that first; a child too, wherever it is on the way. */
const ofKind: Readonly<Partial<Record<CaseKind, WayGroup>>> = {
  survivor: 'harm',
  'child-risk': 'harm',
}

/** What can be written into a case, the group first that its kind and stage ask for; what is in none comes last. */
export const waysIn = (
  file: CaseFile,
  open: readonly AnyCaseOperation[],
): readonly { readonly group: WayGroup; readonly operations: readonly AnyCaseOperation[] }[] => {
  const stage = (factOf(file, setStage)?.stage ?? 'thinking') as Stage
  const first = ofKind[file.kind] ?? ofStage[stage]
  const named: ReadonlySet<string> = new Set(Object.values(groups).flat())
  const rest = open.filter(({ command }) => !named.has(command))
  const operationsOf = (group: WayGroup): readonly AnyCaseOperation[] => [
    ...groups[group].flatMap((command) => open.find((one) => one.command === command) ?? []),
    ...(group === 'end' ? rest : []),
  ]
  return [first, ...all.filter((group) => group !== first)]
    .map((group) => ({ group, operations: operationsOf(group) }))
    .filter(({ operations }) => operations.length > 0)
}

/** What can still be said of a referral: an answer while there is none, how it was when there is. */
export const canFollow = ({ command }: AnyCaseOperation, { value }: Item): boolean => {
  const state = (value['state'] ?? 'offered') as ReferralState
  const isAnswered = state !== 'offered' && state !== 'no-answer'
  if (command === 'SetReferralState') return referralGraph[state].length > 0
  if (command === 'RemindReferral') return !isAnswered
  if (command === 'AgreeToBuddy') return value['state'] !== 'both-agreed'
  if (command === 'GiveFeedback' || command === 'ReportReferral') return isAnswered
  return true
}
