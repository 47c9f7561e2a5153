import type { MessageState, WaitingMessage } from '#domain/fund/messages.ts'
import { type RowNeeds, foundRow, foundRows, linksOf } from '#src/app/messages/rows.ts'

/** How messages go in a fund. Whoever is not reached is named by id, so that somebody can ask; nobody else is. */
export type MessageCounts = {
  readonly phones: number
  readonly sent: number
  readonly waiting: number
  readonly givenUp: number
  readonly notReached: readonly { readonly memberId: string; readonly texts: number }[]
}

export const countsOf = async (
  needs: RowNeeds,
  { networkId, fundId }: { readonly networkId: string; readonly fundId: string },
): Promise<MessageCounts> => {
  const links = await linksOf(needs, networkId, fundId)
  const waiting = await foundRows<WaitingMessage>(needs, networkId, { kind: 'waiting', fundId })
  const state = await foundRow<MessageState>(needs, networkId, { kind: 'state', key: fundId })
  return {
    phones: links.length,
    sent: state?.value.sent ?? 0,
    waiting: waiting.length,
    givenUp: state?.value.givenUp ?? 0,
    notReached: links
      .filter(({ value }) => value.notReached > 0)
      .map(({ value: { memberId, notReached: texts } }) => ({ memberId, texts })),
  }
}
