import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { type Draft, outboxChanges, outboxOf } from '#src/app/cases/outbox.ts'
import type { Practice } from '#test/support/service.ts'

/** Fees of other people that wait to be told, as the service keeps them. */
export const othersTell = async (
  { needs, networkId }: Pick<Practice, 'needs' | 'networkId'>,
  { count, partyId }: { readonly count: number; readonly partyId: string },
): Promise<void> => {
  const kept = { ...needs.cases!, clock: needs.clock, networkId }
  const holds = { partyId, item: 'passport', band: 'up-to-twice', month: '2025-10' } as const
  const drafts = Array.from({ length: count }, (): Draft => {
    const wish = needs.ids()
    return { is: 'draft', wish, of: wish, askedOn: needs.today(), holds }
  })
  await untilKept(kept, async () => {
    const outbox = await outboxOf(kept)
    const changes = await outboxChanges(kept, outbox, [...outbox.lines, ...drafts])
    return { answer: undefined, changes }
  })
}
