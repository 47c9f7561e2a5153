import { countsBeside } from '#domain/ventures/venture.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

const columns = [
  ['cash', 'venture-cash-differs'],
  ['goods', 'venture-goods-differ'],
] as const

/** Ventures of which two people counted something else than the book says; a later count that agrees takes nothing away. */
export const ventureFindings = ({ ventures }: FundBook): Finding[] =>
  ventures.flatMap((venture) =>
    countsBeside(venture).flatMap((count) =>
      columns.flatMap(([of, code]) =>
        count[of] === count.book[of]
          ? []
          : [
              finding(
                code,
                count.on,
                { kind: 'venture', number: venture.ventureId },
                { found: count[of], expected: count.book[of] },
              ),
            ],
      ),
    ),
  )
