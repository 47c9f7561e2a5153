import type { Plugin } from 'rolldown'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'

/** What stands in the place of a function: what it gives where it has taken in nothing. */
const instead = {
  nothing: '() => undefined',
  none: '() => []',
  asBefore: '(one) => one',
  open: '({ open }) => open',
} as const

/**
 * What a book holds for those who look it over (an auditor, an NGO, a committee at its desk) and no screen of a meeting reads:
 * whose hand wrote what, grants, ventures, what is owed outside, lines of the bank, rounds and talks. A phone folds no more of it
 * than the balances. And what stands around decisions of the service alone, explains a quote on its page, judges a charter that
 * was judged when it was written, and keeps a book of many years as quick as a young one. A test holds what is left against the
 * whole fold, and what a meeting decides against the service’s decision.
 */
export const unread: Readonly<Record<string, Readonly<Record<string, keyof typeof instead>>>> = {
  'domain/hands/taking-in.ts': { takeInHands: 'nothing', handTouched: 'none' },
  'domain/hands/counted.ts': { takeInCountChange: 'nothing', countTouched: 'none' },
  'domain/grants/taking-in.ts': { takeInGrants: 'nothing', takeOutGrants: 'nothing' },
  'domain/ventures/taking-in.ts': { takeInVentures: 'nothing', takeOutVentures: 'nothing' },
  'domain/ledger/balance-list.ts': { takeLines: 'nothing' },
  'domain/ledger/running.ts': { closing: 'nothing', opening: 'nothing', courseOf: 'open' },
  'domain/fund/bank.ts': { fundAfterStatement: 'asBefore' },
  'domain/fund/bank-lines.ts': { takeInBankLine: 'nothing' },
  'domain/fund/meeting/comparing.ts': { fundAfterComparison: 'asBefore' },
  'domain/fund/meeting/confirming.ts': { fundAfterConfirmation: 'asBefore' },
  'domain/fund/meeting/explaining.ts': { fundAfterAssigning: 'asBefore' },
  'domain/fund/meeting/talks.ts': { fundAfterTalk: 'asBefore' },
  'domain/fund/receiving.ts': { fundAfterReceiving: 'asBefore' },
  'domain/fund/charter/charter-shape.ts': { charterFault: 'nothing' },
  'domain/loans/explained.ts': { explanationOf: 'none' },
  'domain/room-states.ts': { peopleIn: 'nothing', grantingIn: 'nothing' },
  'domain/corrections/windows.ts': { withDeath: 'nothing' },
  'domain/fund/auditors.ts': { fundAfterAuditors: 'asBefore' },
  'domain/fund/outside.ts': { takeInOutside: 'nothing', takeOutOutside: 'nothing' },
  'src/app/summary.ts': { followLoans: 'nothing', summaryOf: 'nothing' },
}

type Declares = {
  readonly declarations?: readonly {
    readonly id?: { readonly name?: string }
    readonly init?: Node
  }[]
}

/** What a file declares for itself, or for others. */
type Declared = Node & Declares & { readonly declaration?: Declares }

/** Leaves out of the phone's script the functions that take in what nobody on a phone reads. */
export const leaveUnread: Plugin = {
  name: 'leave-unread',
  transform(code, id) {
    const [, own] = Object.entries(unread).find(([path]) => id.endsWith(`/${path}`)) ?? []
    if (!own) return undefined
    const { body } = this.parse(code, { lang: 'ts' }) as unknown as { readonly body: Declared[] }
    const cuts = body
      .flatMap((one) => (one.declaration ?? one).declarations ?? [])
      .flatMap(({ id: named, init }) => {
        const how = own[named?.name ?? '']
        return how && isNode(init)
          ? [{ from: init.start, to: init.end, instead: instead[how] }]
          : []
      })
    if (cuts.length !== Object.keys(own).length)
      throw new Error(`${id}: not all that is left out is here`)
    return { code: without(code, cuts), moduleType: 'ts' }
  },
}

type Named = Node & { readonly key?: { readonly name?: string } }

/** Where a ceiling of the law was read, a page of the service says alone. */
const saidOfLaw = ['source', 'isCertain']

const fieldsIn = (node: unknown): readonly Cut[] => {
  if (Array.isArray(node)) return node.flatMap(fieldsIn)
  if (!isNode(node)) return []
  const { type, key, start: from, end: to } = node as Named
  return type === 'Property' && saidOfLaw.includes(key?.name ?? '')
    ? [{ from, to, instead: '' }]
    : Object.values(node).flatMap(fieldsIn)
}

/** Leaves out of the law's ceilings where they were read. */
export const leaveSources: Plugin = {
  name: 'leave-sources',
  transform(code, id) {
    if (!id.endsWith('/domain/fund/charter/law.ts')) return undefined
    return { code: without(code, fieldsIn(this.parse(code, { lang: 'ts' }))), moduleType: 'ts' }
  },
}
