import { instantAfter } from '#domain/kernel/dates.ts'
import {
  afterSuccess,
  giveBackSharedGuess,
  putBackGuess,
  takeGuess,
  takeSharedGuess,
} from '#domain/access/lockout.ts'
import {
  type MessageChoices,
  type MessageCode,
  type MessageLanguage,
  type MessageLink,
  type WaitingMessage,
  firstChoices,
} from '#domain/fund/messages.ts'
import type { ActivityLog, Budgets, Clock, Ids, Journal, Random } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { phoneOf } from '#src/app/identity/own-doors.ts'
import { headOf } from '#src/app/heads.ts'
import {
  type Found,
  type MemberPlace,
  type RowNeeds,
  changedRow,
  foundRow,
  foundRows,
  linkAt,
  linkOfMember,
  linksOf,
  markOf,
  sealedRow,
} from '#src/app/messages/rows.ts'

export type LinkNeeds = {
  readonly store: RowNeeds['store'] & Budgets & ActivityLog & Journal
  readonly sealing: RowNeeds['sealing']
  readonly random: Random
  readonly clock: Clock
  readonly ids: Ids
}

const hourMs = 3_600_000
export const codeHours = 48
const codeDigits = 8

/** Wrong codes of all phones of a network in a day. A hundred million codes stand against them. */
const wrongCodesADay = 200

const device = 'message'

const noted = (
  needs: LinkNeeds,
  { fundId, memberId }: Pick<MemberPlace, 'fundId' | 'memberId'>,
  what: {
    readonly action: 'link-phone' | 'unlink-phone' | 'link-phones'
    readonly actor: string
    readonly device?: string
  },
): Promise<void> =>
  note(needs, { device, ...what, scope: fundId, subject: `member:${memberId}`, outcome: 'done' })

const codesOf = async (
  needs: LinkNeeds,
  { networkId, fundId, memberId }: MemberPlace,
): Promise<readonly Found<MessageCode>[]> => {
  const now = needs.clock()
  const codes = await foundRows<MessageCode>(needs, networkId, { kind: 'code', fundId })
  return codes.filter(({ value }) => value.memberId === memberId || value.endsAt <= now)
}

/**
 * A code for a member to write from the own phone, told once. An older one of the same member stops. Whoever makes it
 * has been let in to it by the caller, and stands in the member's log: a code links whatever phone it is written from. So
 * what is answered from that phone counts only where the owner made the code by the own secret, or two officers gave it out.
 * The number itself is never typed by anybody but its owner.
 */
export const makeMessageCode = async (
  needs: LinkNeeds,
  whose: MemberPlace,
  by: { readonly actor: string; readonly device: string },
  stoodBehind?: MessageCode['stoodBehind'],
): Promise<{ readonly code: string; readonly endsAt: string }> => {
  const { networkId, fundId, memberId } = whose
  const code = String(needs.random.below(10 ** codeDigits)).padStart(codeDigits, '0')
  const endsAt = instantAfter(needs.clock(), codeHours * hourMs)
  const { actor, device } = by
  const value: MessageCode = {
    fundId,
    memberId,
    endsAt,
    by: { actor, device },
    ...(stoodBehind && { stoodBehind }),
  }
  const drop = (await codesOf(needs, whose)).map(({ row }) => row)
  const row = await sealedRow(needs, networkId, { kind: 'code', key: code, fundId, value })
  await noted(needs, whose, { action: 'link-phones', ...by })
  if (typeof stoodBehind === 'object')
    await noted(needs, whose, { action: 'link-phones', actor: stoodBehind.second, device })
  await needs.store.changeMessageRows(networkId, { drop, keep: [row] })
  return { code, endsAt }
}

const shared = 'message-codes'

/** Takes a guess off the phone's budget and off that of all, before any code is looked at. */
const mayGuess = async (
  { store, clock }: LinkNeeds,
  networkId: string,
  phone: string,
): Promise<'yes' | 'wait'> => {
  const at = clock()
  const own = await store.changeBudget(networkId, phone, (before) => takeGuess(before, at))
  if (own.may !== 'guess') return 'wait'
  const all = await store.changeBudget(networkId, shared, (before) =>
    takeSharedGuess(before, at, wrongCodesADay),
  )
  if (all.may === 'guess') return 'yes'
  await store.changeBudget(networkId, phone, (before) => putBackGuess(before, at))
  return 'wait'
}

const giveBack = async (
  { store, clock }: LinkNeeds,
  networkId: string,
  phone: string,
): Promise<void> => {
  const at = clock()
  await store.changeBudget(networkId, phone, () => afterSuccess(at))
  await store.changeBudget(networkId, shared, (before) => giveBackSharedGuess(before, at))
}

/** What is on its way to a phone. */
const waitingFor = async (
  needs: RowNeeds,
  networkId: string,
  { fundId, address }: Pick<MessageLink, 'fundId' | 'address'>,
): Promise<readonly Found<WaitingMessage>[]> => {
  const all = await foundRows<WaitingMessage>(needs, networkId, { kind: 'waiting', fundId })
  return all.filter(({ value }) => value.address === address)
}

/** A phone's row and everything that is on its way to it. */
const allOf = async (needs: RowNeeds, networkId: string, link: Found<MessageLink>) => [
  link.row,
  ...(await waitingFor(needs, networkId, link.value)).map(({ row }) => row),
]

/** Who stood behind a code, as the link keeps it. */
const behindOf = ({ stoodBehind }: MessageCode): Pick<MessageLink, 'stoodBehind'> =>
  stoodBehind === undefined ? {} : { stoodBehind: stoodBehind === 'owner' ? 'owner' : 'two' }

/** Others have a hand in her phone, or it is another one than before: its owner is told where she comes in. */
const noteHandsIn = async (
  needs: LinkNeeds,
  networkId: string,
  { code, isMoved }: { readonly code: MessageCode; readonly isMoved: boolean },
): Promise<void> => {
  const { by, stoodBehind } = code
  if (!by || (stoodBehind === 'owner' && !isMoved)) return
  const second = typeof stoodBehind === 'object' ? stoodBehind.second : undefined
  const what = { action: 'give-secret', by: by.actor, second, device: by.device } as const
  await noteHands(needs, { networkId, userId: phoneOf(code) }, what)
}

/** Links the phone that a code came from. One phone is one member's, and one member has one phone. */
const linkWith = async (
  needs: LinkNeeds,
  code: Found<MessageCode>,
  { address, language }: { readonly address: string; readonly language: MessageLanguage },
): Promise<Linked> => {
  const { networkId } = code.row
  const { fundId, memberId } = code.value
  const here = await linkAt(needs, networkId, address)
  if (here && (here.value.fundId !== fundId || here.value.memberId !== memberId))
    return { what: 'phone-taken' }
  const now = needs.clock()
  const before = await linkOfMember(needs, { networkId, fundId, memberId })
  const link: MessageLink = {
    ...(before === undefined
      ? firstChoices(language)
      : {
          language: before.value.language,
          kinds: before.value.kinds,
          // Another phone: sums are for whoever says so on it.
          withAmounts: false,
        }),
    fundId,
    memberId,
    address,
    linkedAt: now,
    heardAt: now,
    afterSeq: (await headOf(needs.store, fundId))?.seq ?? 0,
    reminded: before?.value.reminded ?? {},
    notReached: 0,
    ...behindOf(code.value),
  }
  const row = await sealedRow(needs, networkId, { kind: 'link', key: address, fundId, value: link })
  const old = before ? await allOf(needs, networkId, before) : []
  const change = { drop: [code.row, ...old], keep: [row], seen: [code.seen] }
  // Of two who send one code at once, one is linked.
  if ((await needs.store.changeMessageRows(networkId, change)) === 'stale')
    return { what: 'code-wrong' }
  await noted(needs, { fundId, memberId }, { action: 'link-phone', actor: 'card' })
  const left = before && before.value.address !== address ? before.value : undefined
  await noteHandsIn(needs, networkId, { code: code.value, isMoved: left !== undefined })
  return { what: 'linked', link, ...(left ? { left } : {}) }
}

type Linked =
  | { readonly what: 'linked'; readonly link: MessageLink; readonly left?: MessageLink }
  | { readonly what: 'code-wrong' | 'phone-taken' | 'wait' }

/** Links a phone by a code that was given out for a member. A wrong code costs a guess of the phone's five. */
export const linkByCode = async (
  needs: LinkNeeds,
  {
    networkId,
    address,
    code,
    language,
  }: {
    readonly networkId: string
    readonly address: string
    readonly code: string
    readonly language: MessageLanguage
  },
): Promise<Linked> => {
  const phone = `message:${await markOf(needs, networkId, { kind: 'link', key: address })}`
  if ((await mayGuess(needs, networkId, phone)) === 'wait') return { what: 'wait' }
  const found = await foundRow<MessageCode>(needs, networkId, { kind: 'code', key: code })
  if (!found || found.value.endsAt <= needs.clock()) return { what: 'code-wrong' }
  await giveBack(needs, networkId, phone)
  return linkWith(needs, found, { address, language })
}

/** Ends a phone's link and takes back what was on its way to it. Nothing of the number stays. */
export const unlink = async (
  needs: LinkNeeds,
  link: Found<MessageLink>,
  actor: string,
): Promise<void> => {
  const { networkId } = link.row
  await needs.store.changeMessageRows(networkId, { drop: await allOf(needs, networkId, link) })
  await noted(needs, link.value, { action: 'unlink-phone', actor })
}

/** Ends whatever there is of a member's phone, the codes that were not used too. True where a phone was linked. */
export const unlinkMember = async (
  needs: LinkNeeds,
  whose: MemberPlace,
  actor: string,
): Promise<boolean> => {
  const { networkId, fundId, memberId } = whose
  const codes = (await codesOf(needs, whose)).map(({ row }) => row)
  if (codes.length > 0) await needs.store.changeMessageRows(networkId, { drop: codes })
  const own = (await linksOf(needs, networkId, fundId)).filter(
    ({ value }) => value.memberId === memberId,
  )
  for (const link of own) await unlink(needs, link, actor)
  return own.length > 0
}

/** Keeps what the person chose; only the person says so, on the own page or from the phone itself. */
export const choose = async (
  needs: LinkNeeds,
  link: Found<MessageLink>,
  choices: Partial<MessageChoices>,
): Promise<MessageLink | undefined> => {
  const value: MessageLink = { ...link.value, ...choices, heardAt: needs.clock() }
  const change = { keep: [await changedRow(needs, link, value)], seen: [link.seen] }
  const done = await needs.store.changeMessageRows(link.row.networkId, change)
  return done === 'stale' ? undefined : value
}
