import { recorded } from '#domain/kernel/decision.ts'
import { described, text } from '#domain/kernel/shape.ts'
import { aboutFund } from '#domain/fund/fund-books.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

/**
 * That the meeting counted who is away. The figures of a small village point at people, so they stand outside
 * the journal, where they can be corrected and erased; the entry vouches for them by a salted hash.
 */
export const recordAwayCount = operation({
  command: 'RecordAwayCount',
  entry: 'AwayCountRecorded',
  oneHand: 'sight',
  asks: {
    hash: described(
      text(/^[0-9a-f]{64}$/, { code: 'hash-not-a-hash', example: '5f'.repeat(32) }),
      'SHA-256 of the figures with their salt, which stand outside the journal',
    ),
  },
  keeps: ['hash'],
  may: chairOrRecordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: () => recorded({ flags: [], postings: [] }),
  about: aboutFund,
})
