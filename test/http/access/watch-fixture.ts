import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { WatchCommand } from '#domain/operations/network.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { registerIds } from '#test/http/access/register-fixture.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

const idOf = (canary: string, what: string): string => uuidOfHash(sha256(`${canary} ${what}`))
const households = ['first', 'second', 'third'] as const

/** A checked report, a ruling that waits for a second one, a letter without an answer; the same in every run. */
export const watchIds = (canary: string) => ({
  reportId: idOf(canary, 'report'),
  decisionId: idOf(canary, 'ruling'),
  letterId: idOf(canary, 'letter'),
  /** Written down by one alone. */
  waitingId: idOf(canary, 'waiting letter'),
  /** To an agency, answered, with words of it that wait for a second one. */
  repliedId: idOf(canary, 'replied letter'),
  wordsDigest: sha256(`${canary} words`),
  /** Of something that nobody has sent. */
  digest: sha256(`${canary} evidence`),
})

/** On which day all of it was written down, where nothing else is said. */
const lettersOn = '2025-11-10'

const saidOfReport = {
  kind: 'duty',
  duties: ['receipts-given'],
  month: '2025-10',
  basis: 'two-sources',
  evidence: [],
  mayBeCounted: false,
  mayBeAsked: false,
} as const

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** `sentOn` where the letters that are there were sent on another day. */
type OfMade = { readonly ids: () => string; readonly on: string; readonly sentOn?: string }

/** Each act about letters and what came back to them. */
const ofLetters = ({ ids, on, sentOn = lettersOn }: OfMade, canary: string) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on })
  const { partyId } = registerIds(canary)
  const { letterId, waitingId, repliedId, wordsDigest } = watchIds(canary)
  return {
    SendWatchLetter: {
      ...envelope(),
      type: 'SendWatchLetter',
      letterId: ids(),
      to: 'union',
      partyId,
      reportIds: [idOf(canary, households[0])],
    },
    ConfirmWatchLetter: {
      ...envelope(),
      type: 'ConfirmWatchLetter',
      letterId: waitingId,
      reads: { partyId, to: 'labour-ministry', sentOn, reportIds: [idOf(canary, households[0])] },
    },
    RecordWatchAnswer: {
      ...envelope(),
      type: 'RecordWatchAnswer',
      letterId: repliedId,
      says: 'explains',
    },
    ConfirmWatchAnswer: {
      ...envelope(),
      type: 'ConfirmWatchAnswer',
      letterId,
      says: 'inspects',
    },
    ProposeReplyText: {
      ...envelope(),
      type: 'ProposeReplyText',
      letterId: repliedId,
      digest: sha256(ids()),
    },
    ConfirmReplyText: {
      ...envelope(),
      type: 'ConfirmReplyText',
      letterId: repliedId,
      digest: wordsDigest,
    },
  } as const
}

/** Each act about reports, rulings and letters. */
export const ofWatch = (made: OfMade, canary: string, approvedBy: string) => {
  const { ids, on } = made
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on })
  const { partyId } = registerIds(canary)
  const { reportId, decisionId } = watchIds(canary)
  return {
    CheckReport: {
      ...envelope(),
      type: 'CheckReport',
      reportId: ids(),
      partyId,
      ...saidOfReport,
    },
    ProposeRuling: {
      ...envelope(),
      type: 'ProposeRuling',
      decisionId: ids(),
      reportId,
      found: 'unfounded',
    },
    ProposeLadderStep: {
      ...envelope(),
      type: 'ProposeLadderStep',
      decisionId: ids(),
      partyId,
      step: 'first-warning',
      reportIds: households.map((one) => idOf(canary, one)),
    },
    ConfirmDecision: { ...envelope(), type: 'ConfirmDecision', decisionId },
    ...ofLetters(made, canary),
    SetWatchRules: {
      ...envelope(),
      type: 'SetWatchRules',
      upheldNeeded: 3,
      windowDays: 730,
      publicFrom: 3,
      delayDays: 90,
      approvedBy,
    },
    SwitchPublication: { ...envelope(), type: 'SwitchPublication', isPublic: false },
  } satisfies OfEach<WatchCommand>
}

type Envelope = () => { readonly id: string; readonly v: 1; readonly effectiveOn: string }

/** Letters in the order in which two hands wrote them down: seen by both, with an answer that waits, and by one alone. */
const lettersOf = (
  envelope: Envelope,
  canary: string,
  reports: readonly string[],
): readonly { readonly by: 'first' | 'second'; readonly commands: readonly NetworkCommand[] }[] => {
  const { letterId, waitingId, repliedId, wordsDigest } = watchIds(canary)
  const { partyId } = registerIds(canary)
  const letter = {
    ...envelope(),
    type: 'SendWatchLetter' as const,
    letterId,
    to: 'labour-ministry' as const,
    partyId,
    reportIds: [reports[0]!],
  }
  const replied: readonly NetworkCommand[] = [
    {
      ...letter,
      id: envelope().id,
      letterId: repliedId,
      to: 'agency',
      reportIds: reports.slice(0, households.length),
    },
    { ...letter, id: envelope().id, letterId: waitingId },
  ]
  const went = [letterId, repliedId].map((one): NetworkCommand => ({
    ...envelope(),
    type: 'ConfirmWatchLetter',
    letterId: one,
  }))
  const answered: readonly NetworkCommand[] = [
    { ...envelope(), type: 'RecordWatchAnswer', letterId: repliedId, says: 'denies' },
    { ...envelope(), type: 'RecordWatchAnswer', letterId, says: 'inspects' },
  ]
  const seen: NetworkCommand = {
    ...envelope(),
    type: 'ConfirmWatchAnswer',
    letterId: repliedId,
    says: 'denies',
  }
  const words: NetworkCommand = {
    ...envelope(),
    type: 'ProposeReplyText',
    letterId: repliedId,
    digest: wordsDigest,
  }
  return [
    { by: 'first', commands: [letter, ...replied] },
    { by: 'second', commands: went },
    { by: 'first', commands: answered },
    { by: 'second', commands: [seen] },
    { by: 'first', commands: [words] },
  ]
}

/** Checked and ruled by two who are nobody's logins. */
export const fillWatch = async (
  { ids, recordNetwork }: Pick<AppNeeds, 'ids' | 'recordNetwork'>,
  { networkId, canary, on = lettersOn }: { networkId: string; canary: string; on?: string },
) => {
  const known = watchIds(canary)
  const { partyId } = registerIds(canary)
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: on })
  const send = async (commands: readonly NetworkCommand[], actor: string): Promise<void> =>
    assertAccepted(await recordNetwork(networkId, commands, { actor, device: canary }))
  const reports = [...households.map((one) => idOf(canary, one)), known.reportId]
  const rulings = households.map((one) => ({
    decisionId: idOf(canary, `ruling of ${one}`),
    reportId: idOf(canary, one),
  }))
  const { reportId, decisionId } = known
  const checks = reports.map((one, i): NetworkCommand => ({
    ...envelope(),
    type: 'CheckReport',
    reportId: one,
    partyId,
    ...saidOfReport,
    household: String(i).padStart(32, '0'),
  }))
  const proposed = [...rulings, { decisionId, reportId }].map((one): NetworkCommand => ({
    ...envelope(),
    type: 'ProposeRuling',
    ...one,
    found: 'upheld',
  }))
  await send([...checks, ...proposed], canary)
  await send(
    rulings.map((one): NetworkCommand => ({
      ...envelope(),
      type: 'ConfirmDecision',
      decisionId: one.decisionId,
    })),
    `${canary} second`,
  )
  for (const { by, commands } of lettersOf(envelope, canary, reports))
    await send(commands, by === 'first' ? canary : `${canary} second`)
  return known
}
