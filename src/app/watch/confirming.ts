import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { letterDaysBack, waitingAnswer } from '#domain/network/watch/watch.ts'
import type { ActivityLog, NetworkViews, People, SessionRow } from '#domain/ports.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { type WatchBook, watchBookOf } from '#src/app/watch/watch-book.ts'

type Needs = {
  readonly store: Pick<NetworkViews, 'registerSubjects' | 'networkHead'> &
    ActivityLog &
    Pick<People, 'memberships' | 'membershipsOfFund' | 'device' | 'user'>
}

const kinds = [
  'ConfirmDecision',
  'ConfirmReplyText',
  'ConfirmWatchLetter',
  'ConfirmWatchAnswer',
] as const
type Confirming = Extract<NetworkCommand, { readonly type: (typeof kinds)[number] }>

const isConfirming = (command: NetworkCommand): command is Confirming =>
  kinds.some((one) => one === command.type)

const proposerOf = (
  { decisions, letters }: Pick<WatchBook, 'decisions' | 'letters'>,
  command: Confirming,
): string | undefined => {
  if (command.type === 'ConfirmDecision') return decisions.get(command.decisionId)?.proposedBy
  const letter = letters.get(command.letterId)
  if (!letter) return undefined
  switch (command.type) {
    case 'ConfirmWatchLetter':
      return letter.proposedBy
    case 'ConfirmWatchAnswer':
      return waitingAnswer(letter)?.proposedBy
    case 'ConfirmReplyText':
      return letter.replies?.find(({ digest }) => digest === command.digest)?.proposedBy
  }
}

/** Why whoever confirms what another one of the team wrote down is not heard: it is the one who proposed it, or could be. */
export const confirmerRefusal =
  (
    { store }: Needs,
    { session: { networkId, userId = '' }, day }: { session: SessionRow; day: LocalDate },
  ) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (!isConfirming(command)) return undefined
    const by = proposerOf(await watchBookOf(store, networkId), command)
    if (by === undefined) return undefined
    if (by === userId) return 'checked-by-whoever-entered'
    return (await couldBeOne(store, { networkId, userIds: [by, userId], day }))
      ? 'approver-reset-lately'
      : undefined
  }

/** Why a letter is not taken: it went out so long ago that its ten days would be over before anybody saw it. */
export const lateLetterRefusal =
  (today: LocalDate) =>
  (command: NetworkCommand): string | undefined =>
    command.type === 'SendWatchLetter' && command.effectiveOn < daysAfter(today, -letterDaysBack)
      ? 'letter-too-late'
      : undefined
