import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { anyWhole, instant, list, text, uuid } from '#domain/kernel/shape.ts'
import type { Network } from '#domain/network/state.ts'
import { trailMax } from '#domain/network/witnessing.ts'
import { nobody } from '#domain/operations/may.ts'
import { type BodyOf, asSaid, networkOperation } from '#domain/operations/operation.ts'

const plainly = { may: nobody, second: 'none' } as const

/** A network begins once, and nothing is written of it before. */
export const foundNetwork = networkOperation({
  ...plainly,
  command: 'FoundNetwork',
  entry: 'NetworkFounded',
  oneHand: 'sight',
  asks: {},
  keeps: [],
  decide: ({ foundedOn }: Network) => (foundedOn ? refused('network-already-founded') : asSaid),
  about: () => [{ kind: 'network', key: 'network' }],
})

const aboutFund = ({ fundId }: { readonly fundId: string }) =>
  [{ kind: 'fund', key: fundId }] as const

/** A fund joins by being taken in: an administrator who names another's fund must not see its village. */
export const joinFund = networkOperation({
  ...plainly,
  command: 'JoinFund',
  entry: 'FundJoined',
  oneHand: 'sight',
  asks: { fundId: uuid('fund') },
  keeps: ['fundId'],
  decide: ({ funds }: Network, { fundId }) =>
    funds.has(fundId) ? refused('fund-already-joined') : asSaid,
  about: aboutFund,
})

type Trail = {
  readonly seq: number
  readonly hash: string
  readonly from: number
  readonly trail: readonly string[]
}

const trailFault = ({ seq, hash, from, trail }: Trail): Decision<never, never> | undefined => {
  if (seq < 1) return invalid('number-not-whole', '/seq')
  const isWhole = from >= 1 && from + trail.length === seq + 1 && hash.startsWith(trail.at(-1)!)
  return isWhole ? undefined : invalid('trail-unreadable', '/trail')
}

/**
 * The network keeps where the book of one of its funds stood when a meeting closed, as the signed receipt says: outside of
 * that fund's own journal. Taken whatever was witnessed before: that a book has become shorter is the very thing to keep.
 */
export const witnessFund = networkOperation({
  command: 'WitnessFund',
  entry: 'FundWitnessed',
  oneHand: 'sight',
  description:
    'The service itself keeps where a book stood whenever a meeting closes; nobody may send it.',
  asks: {
    fundId: uuid('fund'),
    seq: anyWhole('number-not-whole'),
    entryId: uuid('id'),
    hash: text(/^[0-9a-f]{64}$/, { code: 'hash-unreadable', example: '9f'.repeat(32) }),
    recordedAt: instant,
    /** Ed25519 of the fund's own key over the receipt of the entry, base64url. */
    signature: text(/^[\w-]{86}$/, { code: 'signature-unreadable', example: 'q'.repeat(86) }),
    from: anyWhole('number-not-whole'),
    /**
     * The beginnings of the hashes of entries `from` up to the checkpoint: enough to name the first entry that was written
     * anew later, and nothing of what stands in any of them.
     */
    trail: list(text(/^[0-9a-f]{16}$/, { code: 'trail-unreadable', example: '9f'.repeat(8) }), {
      min: 1,
      max: trailMax,
      code: 'trail-unreadable',
      tooLong: 'trail-unreadable',
    }),
  },
  keeps: ['fundId', 'seq', 'entryId', 'hash', 'recordedAt', 'signature', 'from', 'trail'],
  // The service keeps it whenever a meeting of a fund closes: whoever could say it could say it wrongly.
  may: nobody,
  second: 'none',
  decide: ({ funds }: Network, command) => {
    const fault = trailFault(command)
    if (fault) return fault
    return funds.has(command.fundId) ? asSaid : refused('fund-not-in-network')
  },
  about: aboutFund,
})

export type FundWitnessed = BodyOf<typeof witnessFund>
