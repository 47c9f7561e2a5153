import type { Visit } from '#src/http/desk/visit.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { scopeFor } from '#domain/access/table.ts'
import { note } from '#src/app/activity.ts'
import type { At } from '#src/pages/desk/parts.ts'

/** Whom the names are opened about, as the log writes it down. */
export type NamesAbout = { readonly kind: string; readonly id: string }

/** The same visit with names beside the cards, for whoever may see them. Whoever shows them writes the look down. */
export const namedVisit = async (visit: Visit): Promise<Visit> => {
  const { context, at, book } = visit
  const { fundId, held } = context.get('fund')
  if (scopeFor('read-names', held) !== 'all') return visit
  const kept = await context.get('needs').store.names(fundId)
  const names = new Map(kept.map((one) => [one.memberId, one]))
  if (names.size === 0) return visit
  const byCard = new Map(book.members.map(({ memberId, card }) => [card, names.get(memberId)]))
  const nameOf = (card: string) => byCard.get(card)?.khmer ?? byCard.get(card)?.latin
  return { ...visit, names, at: { ...at, nameOf, calledOf: (card) => byCard.get(card) } }
}

/** Writes down that the names of a visit were opened, where it has any. */
export const noteNames = async ({ context, at }: Visit, about?: NamesAbout): Promise<void> => {
  if (!at.nameOf) return
  const { by } = context.get('caller')!
  // Nothing that was typed comes into the log: an id is one, or it is left out.
  const subject = about && isUuid(about.id) ? `${about.kind}:${about.id}` : ''
  const line = { action: 'read-names', subject, outcome: 'read' } as const
  await note(context.get('needs'), { ...by, scope: at.fundId, ...line })
}

/**
 * The same visit with names beside the cards, for whoever may see them: on the page where somebody is
 * chosen, and on the one that asks whether it is right. The look is written down; no name goes further.
 */
export const withNames = async (visit: Visit, about?: NamesAbout): Promise<Visit> => {
  const named = await namedVisit(visit)
  await noteNames(named, about)
  return named
}

/** Where a page stands that is about somebody: with the face, for whoever may see names. */
export const facing = async (
  { context, at, book }: Visit,
  whose: { readonly card: string } | undefined,
): Promise<At> => {
  const member = at.nameOf && whose && book.members.find(({ card }) => card === whose.card)
  if (!member) return at
  const { memberId, card } = member
  const photo = await context.get('needs').store.photo(at.fundId, memberId)
  return { ...at, face: { memberId, card, hasPhoto: photo !== undefined } }
}
