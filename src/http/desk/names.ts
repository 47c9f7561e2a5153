import { isUuid } from '#domain/kernel/ids.ts'
import { scopeFor } from '#domain/access/table.ts'
import { note } from '#src/app/activity.ts'
import type { Room } from '#src/http/desk/record.ts'

/** Whom the names are opened about, as the log writes it down. */
export type NamesAbout = { readonly kind: string; readonly id: string }

/**
 * The same room with names beside the cards, for whoever may see them: on the page where somebody is
 * chosen, and on the one that asks whether it is right. The look is written down; no name goes further.
 */
export const withNames = async (room: Room, about?: NamesAbout): Promise<Room> => {
  const { context, at, book } = room
  const { fundId, held } = context.get('fund')
  if (scopeFor('read-names', held) !== 'all') return room
  const needs = context.get('needs')
  const names = new Map(
    (await needs.store.names(fundId)).map(({ memberId, khmer, latin }) => [
      memberId,
      khmer ?? latin,
    ]),
  )
  if (names.size === 0) return room
  const { by } = context.get('caller')!
  // Nothing that was typed comes into the log: an id is one, or it is left out.
  const subject = about && isUuid(about.id) ? `${about.kind}:${about.id}` : ''
  await note(needs, { ...by, scope: fundId, action: 'read-names', subject, outcome: 'done' })
  const byCard = new Map(book.members.map(({ memberId, card }) => [card, names.get(memberId)]))
  return { ...room, at: { ...at, nameOf: (card) => byCard.get(card) } }
}
