import type { Carrier, MessageRows, NoticeState, WaitingNotice } from '#domain/fund/messages.ts'
import type { Sealing } from '#domain/grants/files.ts'
import { type StandingLink, isLive } from '#domain/network/links.ts'
import type {
  Clock,
  FundViews,
  Hasher,
  Journal,
  NetworkJournal,
  NetworkViews,
} from '#domain/ports.ts'
import { addressIn, hookKeyOf, ofNoFund } from '#src/app/links/addresses.ts'
import { closingText, hookBody } from '#src/app/links/telling.ts'
import { type Carried, isTooOld, tried } from '#src/app/messages/carrying.ts'
import { type Found, foundRow, foundRows, markOf, sealedRow } from '#src/app/messages/rows.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

/** Tells a webhook something; `taken` means that it answered with 2xx. Never throws. */
export type TellHook = (told: {
  readonly url: string
  readonly id: string
  readonly body: string
  readonly key: Uint8Array<ArrayBuffer>
}) => Promise<'taken' | 'not-taken'>

export type NoticeNeeds = {
  readonly store: MessageRows &
    Journal &
    FundViews &
    NetworkViews & { readonly networks: NetworkJournal }
  readonly sealing: Sealing
  readonly hash: Hasher
  readonly clock: Clock
  /** Left out, no text leaves. */
  readonly carrier?: Carrier
  /** Left out, no webhook is told. */
  readonly tellHook?: TellHook
}

type At = { readonly networkId: string; readonly link: StandingLink }

/** Entries that one link is told of in one round. */
const entriesARound = 200
const noticesARound = 200

const stateAt = async (needs: NoticeNeeds, { networkId, link }: At) => {
  const at = { kind: 'notice-state', key: link.linkId } as const
  const found = await foundRow<NoticeState>(needs, networkId, at)
  const value = found?.value ?? { afterSeq: link.seq, sent: 0, givenUp: 0 }
  const seen = found?.seen ?? {
    kind: at.kind,
    mark: await markOf(needs, networkId, at),
    sealed: undefined,
  }
  return { value, seen }
}

const stateRow = (needs: NoticeNeeds, { networkId, link }: At, value: NoticeState) =>
  sealedRow(needs, networkId, {
    kind: 'notice-state',
    key: link.linkId,
    fundId: ofNoFund,
    value,
  })

/** The same entry gives the same id to the same link, whoever works it out: by it a receiver knows a repeated one. */
const noticeRow = async (
  needs: NoticeNeeds,
  { networkId, link: { linkId } }: At,
  { entryId, body }: { readonly entryId: string; readonly body: string },
) => {
  const key = `${linkId} ${entryId}`
  const id = (await markOf(needs, networkId, { kind: 'notice', key })).slice(0, 32)
  const now = needs.clock()
  const value: WaitingNotice = { id, linkId, body, madeAt: now, tries: 0, nextAt: now }
  return sealedRow(needs, networkId, { kind: 'notice', key, fundId: ofNoFund, value })
}

/** Reads on in the network's journal for one link, and keeps what it should be told together with how far it was read. */
const gatherFor = async (needs: NoticeNeeds, at: At): Promise<void> => {
  const { networkId, link } = at
  const { value: state, seen } = await stateAt(needs, at)
  const rows = await needs.store.networks.read(networkId, state.afterSeq, entriesARound)
  const last = rows.at(-1)
  if (!last) return
  const keep = []
  for (const row of rows) {
    const body = link.kind === 'webhook' ? hookBody(row) : await closingText(needs, row)
    if (body !== undefined) keep.push(await noticeRow(needs, at, { entryId: row.id, body }))
  }
  keep.push(await stateRow(needs, at, { ...state, afterSeq: last.seq }))
  await needs.store.changeMessageRows(networkId, { keep, seen: [seen] })
}

const count = async (needs: NoticeNeeds, at: At, became: 'sent' | 'givenUp'): Promise<void> => {
  for (let again = 0; again < 5; again += 1) {
    const { value, seen } = await stateAt(needs, at)
    const counted = {
      ...value,
      [became]: value[became] + 1,
      ...(became === 'givenUp' ? { givenUpAt: needs.clock() } : {}),
    }
    const keep = [await stateRow(needs, at, counted)]
    if ((await needs.store.changeMessageRows(at.networkId, { keep, seen: [seen] })) === 'changed')
      return
  }
}

/** Hands a notice over by what its link is; one whose address is not kept waits until it is given up. */
const send = async (
  needs: NoticeNeeds,
  { networkId, link }: At,
  { id, body }: WaitingNotice,
): Promise<'taken' | 'not-taken'> => {
  const to = await addressIn(needs, networkId, link)
  if (to === undefined) return 'not-taken'
  if (link.kind === 'meeting-texts')
    return needs.carrier ? needs.carrier({ id, to, text: body }) : 'not-taken'
  const key = await hookKeyOf(needs, networkId, link.linkId)
  return needs.tellHook ? needs.tellHook({ url: to, id, body, key }) : 'not-taken'
}

const carryOne = async (
  needs: NoticeNeeds,
  at: At,
  found: Found<WaitingNotice>,
): Promise<keyof Carried | 'nothing'> => {
  const became = await tried(needs, {
    networkId: at.networkId,
    found,
    isOver: isTooOld(found.value, needs.clock()),
    send: () => send(needs, at, found.value),
  })
  if (became === 'sent' || became === 'givenUp') await count(needs, at, became)
  return became
}

/** What waits for a link that was ended is told to nobody. */
const dropAll = async (
  needs: NoticeNeeds,
  networkId: string,
  found: readonly Found<WaitingNotice>[],
): Promise<void> => {
  if (found.length > 0)
    await needs.store.changeMessageRows(networkId, { drop: found.map(({ row }) => row) })
}

const waitingIn = (needs: NoticeNeeds, networkId: string) =>
  foundRows<WaitingNotice>(needs, networkId, { kind: 'notice', fundId: ofNoFund })

const isOutside = (link: StandingLink): boolean => isLive(link) && link.kind !== 'sign-in'

const ofNetwork = async (needs: NoticeNeeds, networkId: string): Promise<Carried> => {
  const book = await networkBookOf(needs.store, networkId)
  const links = new Map((book?.links ?? []).filter(isOutside).map((link) => [link.linkId, link]))
  for (const link of links.values()) await gatherFor(needs, { networkId, link })
  const waiting = (book?.links.length ?? 0) === 0 ? [] : await waitingIn(needs, networkId)
  const sum = { sent: 0, waiting: 0, givenUp: 0 }
  await dropAll(
    needs,
    networkId,
    waiting.filter(({ value }) => !links.has(value.linkId)),
  )
  const live = waiting
    .filter(({ value }) => links.has(value.linkId))
    .toSorted((a, b) => (a.value.nextAt < b.value.nextAt ? -1 : 1))
  sum.waiting = Math.max(live.length - noticesARound, 0)
  for (const found of live.slice(0, noticesARound)) {
    const link = links.get(found.value.linkId)!
    const became = await carryOne(needs, { networkId, link }, found)
    if (became !== 'nothing') sum[became] += 1
  }
  return sum
}

/** Works out what each standing link of each network should be told, and hands it over. */
export const sendNotices = async (needs: NoticeNeeds): Promise<Carried> => {
  const sum = { sent: 0, waiting: 0, givenUp: 0 }
  for (const networkId of await needs.store.networks.fundIds()) {
    const one = await ofNetwork(needs, networkId)
    sum.sent += one.sent
    sum.waiting += one.waiting
    sum.givenUp += one.givenUp
  }
  return sum
}

export type LinkCounts = {
  readonly sent: number
  readonly waiting: number
  readonly givenUp: number
  readonly givenUpAt: string | undefined
}

/** What became of what a link was told. */
export const countsOfLink = async (needs: NoticeNeeds, at: At): Promise<LinkCounts> => {
  const { value } = await stateAt(needs, at)
  const waiting = (await waitingIn(needs, at.networkId)).filter(
    ({ value: { linkId } }) => linkId === at.link.linkId,
  )
  const { sent, givenUp, givenUpAt } = value
  return { sent, givenUp, givenUpAt, waiting: waiting.length }
}
