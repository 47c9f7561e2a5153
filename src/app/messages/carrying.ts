import { instantAfter } from '#domain/kernel/dates.ts'
import type {
  Carrier,
  MessageLink,
  MessageRows,
  MessageState,
  WaitingMessage,
} from '#domain/fund/messages.ts'
import { type NetworkJournal, type NetworkViews, StorageUnavailable } from '#domain/ports.ts'
import { type GatherNeeds, gatherMessages } from '#src/app/messages/gathering.ts'
import {
  type Found,
  changedRow,
  foundRow,
  foundRows,
  linkAt,
  sealedRow,
} from '#src/app/messages/rows.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

export type CarryNeeds = GatherNeeds & {
  readonly store: GatherNeeds['store'] & NetworkViews & { readonly networks: NetworkJournal }
  readonly carrier: Carrier
}

type Place = { readonly networkId: string; readonly fundId: string }

const minute = 60_000
/** How long to wait after each time in vain; then every twelve hours until it is given up. */
const pausesMs = [1, 5, 30, 120, 360, 720].map((minutes) => minutes * minute)
const givenUpAfterDays = 3
const dayMs = 86_400_000

const pauseAfter = (tries: number): number => pausesMs[Math.min(tries, pausesMs.length) - 1]!

export type Carried = {
  readonly sent: number
  readonly waiting: number
  readonly givenUp: number
}

/** Counts in a fund's row what became of a text, and on the phone's whether it is reached. */
const count = async (
  needs: CarryNeeds,
  { networkId, fundId }: Place,
  { address, isSent }: { readonly address: string; readonly isSent: boolean },
): Promise<void> => {
  for (let again = 0; again < 5; again += 1) {
    const state = await foundRow<MessageState>(needs, networkId, { kind: 'state', key: fundId })
    const link = await linkAt(needs, networkId, address)
    if (!state) return
    const { sent, givenUp } = state.value
    const counted = isSent ? { sent: sent + 1 } : { givenUp: givenUp + 1 }
    const notReached = isSent ? 0 : (link?.value.notReached ?? 0) + 1
    const isChanged = link !== undefined && link.value.notReached !== notReached
    const keep = [
      await changedRow(needs, state, { ...state.value, ...counted }),
      ...(isChanged
        ? [await changedRow<MessageLink>(needs, link, { ...link.value, notReached })]
        : []),
    ]
    const seen = [state.seen, ...(isChanged ? [link.seen] : [])]
    if ((await needs.store.changeMessageRows(networkId, { keep, seen })) === 'changed') return
  }
}

/** Tried in vain for so long that nobody waits for it any more. */
export const isTooOld = ({ madeAt }: Pick<WaitingMessage, 'madeAt'>, now: string): boolean =>
  now >= instantAfter(madeAt, givenUpAfterDays * dayMs)

const isOver = (waiting: WaitingMessage, now: string, today: string): boolean =>
  isTooOld(waiting, now) || (waiting.until !== undefined && today > waiting.until)

/** A text as it may be said now: sums that were chosen when it was made may have been left out since. */
const textNow = async (
  needs: CarryNeeds,
  networkId: string,
  { address, text, plain = text }: WaitingMessage,
): Promise<string> =>
  (await linkAt(needs, networkId, address))?.value.withAmounts === true ? text : plain

type Tries = Pick<WaitingMessage, 'tries' | 'nextAt'>

/**
 * Tries once to hand over what waits in a row. It is taken for this try before it is handed over, so that two who carry at
 * once hand it over once; one that was cut off in between is handed over again with the same id when the pause is over.
 */
export const tried = async <Waiting extends Tries>(
  needs: Pick<CarryNeeds, 'sealing' | 'clock'> & { readonly store: MessageRows },
  {
    networkId,
    found,
    isOver: isGivenUp,
    send,
  }: {
    readonly networkId: string
    readonly found: Found<Waiting>
    readonly isOver: boolean
    readonly send: () => ReturnType<Carrier>
  },
): Promise<keyof Carried | 'nothing'> => {
  const { value, row } = found
  const now = needs.clock()
  if (isGivenUp) {
    const dropped = { drop: [row], seen: [found.seen] }
    return (await needs.store.changeMessageRows(networkId, dropped)) === 'stale'
      ? 'nothing'
      : 'givenUp'
  }
  if (value.nextAt > now) return 'waiting'
  const tries = value.tries + 1
  const taken = { ...value, tries, nextAt: instantAfter(now, pauseAfter(tries)) }
  const held = await changedRow(needs, found, taken)
  const change = { keep: [held], seen: [found.seen] }
  if ((await needs.store.changeMessageRows(networkId, change)) === 'stale') return 'nothing'
  if ((await send()) === 'not-taken') return 'waiting'
  await needs.store.changeMessageRows(networkId, { drop: [row] })
  return 'sent'
}

const carryOne = async (
  needs: CarryNeeds,
  place: Place,
  found: Found<WaitingMessage>,
): Promise<keyof Carried | 'nothing'> => {
  const { networkId } = place
  const { value } = found
  const { id, address: to } = value
  const became = await tried(needs, {
    networkId,
    found,
    isOver: isOver(value, needs.clock(), needs.today()),
    send: async () => needs.carrier({ id, to, text: await textNow(needs, networkId, value) }),
  })
  if (became === 'sent' || became === 'givenUp')
    await count(needs, place, { address: to, isSent: became === 'sent' })
  return became
}

/** A phone whose gateway hangs holds up no round for ever: the rest waits for the next one. */
const textsARound = 200

/** Hands over what waits for the phones of a fund. */
const carryFund = async (needs: CarryNeeds, place: Place): Promise<Carried> => {
  const { networkId, fundId } = place
  const waiting = await foundRows<WaitingMessage>(needs, networkId, { kind: 'waiting', fundId })
  const sum = { sent: 0, waiting: 0, givenUp: 0 }
  const now = needs.clock()
  // What waits for its pause to be over holds up nothing that is due.
  const due = waiting
    .filter(({ value }) => value.nextAt <= now || isOver(value, now, needs.today()))
    .toSorted((a, b) => (a.value.madeAt < b.value.madeAt ? -1 : 1))
  sum.waiting = waiting.length - Math.min(due.length, textsARound)
  for (const one of due.slice(0, textsARound)) {
    const became = await carryOne(needs, place, one)
    if (became !== 'nothing') sum[became] += 1
  }
  return sum
}

/** Works out what there is to tell in one fund, and hands it over. */
export const sendMessagesOf = async (needs: CarryNeeds, place: Place): Promise<Carried> => {
  await gatherMessages(needs, place)
  return carryFund(needs, place)
}

/** All of them in their order, and another one first each turn. */
export const fromTurn = <T>(all: readonly T[], turn: number): readonly T[] => {
  const first = all.length === 0 ? 0 : turn % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}

/**
 * The same for every fund of every network, one after another, from the fund on whose `turn` it is: where a host ends a round
 * that lasts, each fund comes first once. A fund of which something cannot be read keeps no other one from being told: its
 * fault is thrown when all have had their turn.
 */
export const sendAllMessages = async (needs: CarryNeeds, turn = 0): Promise<Carried> => {
  const sum = { sent: 0, waiting: 0, givenUp: 0 }
  const faults: unknown[] = []
  const places: Place[] = []
  for (const networkId of await needs.store.networks.fundIds()) {
    const network = await networkBookOf(needs.store, networkId)
    await forgetTaken(needs, networkId)
    places.push(...(network?.fundIds ?? []).map((fundId) => ({ networkId, fundId })))
  }
  for (const place of fromTurn(places, turn)) {
    try {
      const one = await sendMessagesOf(needs, place)
      sum.sent += one.sent
      sum.waiting += one.waiting
      sum.givenUp += one.givenUp
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return sum
}

/** No fund: an incoming text was taken before anybody knew whose it was. */
const ofNoFund = ''

type Taken = { readonly until: string }

/** Takes an incoming text by the id that its gateway gave it: once, however often it is handed over. */
export const takeOnce = async (
  needs: Pick<GatherNeeds, 'store' | 'sealing'>,
  networkId: string,
  { id, until }: { readonly id: string; readonly until: string },
): Promise<boolean> => {
  const value: Taken = { until }
  const row = await sealedRow(needs, networkId, { kind: 'taken', key: id, fundId: ofNoFund, value })
  const seen = [{ kind: 'taken', mark: row.mark, sealed: undefined }] as const
  return (await needs.store.changeMessageRows(networkId, { keep: [row], seen })) === 'changed'
}

const forgetTaken = async (needs: CarryNeeds, networkId: string): Promise<void> => {
  const rows = await foundRows<Taken>(needs, networkId, { kind: 'taken', fundId: ofNoFund })
  const now = needs.clock()
  const drop = rows.filter(({ value }) => value.until <= now).map(({ row }) => row)
  if (drop.length > 0) await needs.store.changeMessageRows(networkId, { drop })
}
