import type { Card } from '#domain/ports.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import { type IdentityNeeds, newToken, scopeOfToken } from '#src/app/identity/identity.ts'
import { endSessionsOf } from '#src/app/identity/sessions.ts'
import { drawPin } from '#src/app/identity/users.ts'

/** A card whose PIN is drawn elsewhere. */
type SentCard = { readonly token: string; readonly card: Card }

/** Before the sealed digits of a card that its owner drew. */
const own = 'own:'

/** Digits of a card as they are sealed. */
export const sealedDigits = ({ secret }: Pick<Card, 'secret'>): string =>
  secret.startsWith(own) ? secret.slice(own.length) : secret

/** Of which digits a lock is, where they are typed for somebody who writes it down. */
export const tableWord = (card: Card) => ({ ...card, word: sealedDigits(card) })

/** The same with other digits in it, or sealed anew: who drew them stays. */
export const withDigits = ({ secret }: Pick<Card, 'secret'>, sealed: string): string =>
  secret.startsWith(own) ? `${own}${sealed}` : sealed

/**
 * Whether the owner drew the digits of a card, where nobody of the fund saw them. Those that an officer drew open her page
 * with the card, and are no word for money: whoever has seen them once would have it for ever.
 */
export const areOwnDigits = ({ secret }: Pick<Card, 'secret'>): boolean => secret.startsWith(own)

/** What is printed on a household's card, told once and kept nowhere in this form. */
type PrintedCard = { readonly token: string; readonly pin: string; readonly card: Card }

/** Leaves the newest card of a member good: of two that are made at once, both makers find the same one. */
const stopOlder = async (
  { store, clock }: IdentityNeeds,
  { fundId, memberId }: Pick<Card, 'fundId' | 'memberId'>,
): Promise<void> => {
  const good = (await store.cards(fundId))
    .filter((card) => card.memberId === memberId && card.revokedAt === undefined)
    .toSorted((a, b) => (a.issuedAt + a.cardId < b.issuedAt + b.cardId ? -1 : 1))
  for (const old of good.slice(0, -1)) await store.keepCard({ ...old, revokedAt: clock() })
}

type Holder = { readonly fundId: string; readonly memberId: string }

/** A member's new card; the older one stops at once. */
const newCard = async (
  needs: IdentityNeeds,
  { fundId, memberId }: Holder,
  secretOf: (cardId: string) => Promise<string> | string,
): Promise<{ readonly token: string; readonly card: Card }> => {
  const { store, hash, clock, ids } = needs
  const now = clock()
  for (const old of await store.cards(fundId)) {
    if (old.memberId === memberId && old.revokedAt === undefined)
      await store.keepCard({ ...old, revokedAt: now })
  }
  const token = newToken(fundId, needs)
  const cardId = ids()
  const card: Card = {
    fundId,
    cardId,
    memberId,
    tokenHash: hash(token),
    secret: await secretOf(cardId),
    issuedAt: now,
    revokedAt: undefined,
  }
  await store.keepCard(card)
  await stopOlder(needs, card)
  return { token, card }
}

/**
 * Issues a member's card with its PIN. The older one stops at once. Only where nobody stands by for whom this would be
 * both halves: in practice, and where a book is tried.
 */
export const issueCard = async (needs: IdentityNeeds, holder: Holder): Promise<PrintedCard> => {
  const pin = drawPin(needs)
  const made = await newCard(
    needs,
    holder,
    async (cardId) => `${own}${await needs.secrets.seal(pin, cardId)}`,
  )
  return { ...made, pin }
}

/** How long a card that is sent to somebody far away waits for its PIN to be drawn. */
export const awaitedHours = 72
const hourMs = 3_600_000

/** By whom the PIN of a card is drawn: its owner far away, or the second officer for the owner at the table. */
const awaiting = { owner: 'awaiting:', second: 'second:' } as const
type Drawer = keyof typeof awaiting

/**
 * Issues a card without its PIN: whoever makes the card never sees both. Of a member who is away the owner draws it where
 * the card is opened first, with the half of the second officer; at the table the second officer draws it, on a page of
 * their own. Until then the card opens nothing. The older card stops at once: what was left at home must not open
 * what belongs to whoever went away.
 */
export const issueCardByTwo = async (
  needs: IdentityNeeds,
  holder: Holder,
  drawer: Drawer,
): Promise<SentCard> => {
  const until = instantAfter(needs.clock(), awaitedHours * hourMs)
  return newCard(needs, holder, () => `${awaiting[drawer]}${until}`)
}

/** Whether the PIN of a card waits to be drawn, and by whom. */
export const drawerOf = ({ secret, revokedAt }: Card, now: string): Drawer | undefined =>
  (['owner', 'second'] as const).find(
    (drawer) =>
      revokedAt === undefined &&
      secret.startsWith(awaiting[drawer]) &&
      now < secret.slice(awaiting[drawer].length),
  )

/** The card of a token, while its PIN waits to be drawn. */
export const awaitedCard = async (
  { store, hash, clock }: IdentityNeeds,
  token: string,
): Promise<Card | undefined> => {
  const fundId = scopeOfToken(token)
  const card = fundId === undefined ? undefined : await store.cardByToken(fundId, hash(token))
  return card && drawerOf(card, clock()) === 'owner' ? card : undefined
}

/** Draws the PIN of a card once; of two who try at once only one gets it, and the other finds it used. */
export const drawCardPin = async (
  needs: IdentityNeeds,
  found: Card,
): Promise<Omit<PrintedCard, 'token'> | undefined> => {
  const { store, clock, secrets } = needs
  const { fundId, cardId } = found
  const isFirst = await store.changeBudget(fundId, `first-pin:${cardId}`, (before) => {
    const failures = (before?.failures ?? 0) + 1
    return {
      budget: { failures, since: clock(), lockedUntil: undefined },
      answer: failures === 1,
    }
  })
  if (!isFirst) return undefined
  const pin = drawPin(needs)
  const sealed = await secrets.seal(pin, cardId)
  // It may have been stopped while the PIN was stretched.
  const current = (await store.cards(fundId)).find((one) => one.cardId === cardId)
  const drawer = current && drawerOf(current, clock())
  if (!current || drawer === undefined) return undefined
  const card = { ...current, secret: drawer === 'owner' ? `${own}${sealed}` : sealed }
  await store.keepCard(card)
  return { pin, card }
}

/** Puts digits that its owner has drawn into a card, unless it was stopped or changed meanwhile. */
export const keepOwnDigits = async (
  needs: IdentityNeeds,
  card: Card,
): Promise<string | undefined> => {
  const pin = drawPin(needs)
  const secret = `${own}${await needs.secrets.seal(pin, card.cardId)}`
  const current = (await needs.store.cards(card.fundId)).find((one) => one.cardId === card.cardId)
  if (current?.secret !== card.secret || current.revokedAt !== undefined) return undefined
  await needs.store.keepCard({ ...current, secret })
  return pin
}

/** Stops a card that was lost. Whoever is signed in by it is out with the next request. */
export const revokeCard = async (
  needs: IdentityNeeds,
  networkId: string,
  card: Card,
): Promise<void> => {
  const revokedAt = card.revokedAt ?? needs.clock()
  await needs.store.keepCard({ ...card, revokedAt })
  await endSessionsOf(needs, networkId, ({ deviceId }) => deviceId === card.cardId)
}
