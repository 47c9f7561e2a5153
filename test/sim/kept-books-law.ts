import { bookFrom, readParts } from '#src/app/book-parts.ts'
import { forgetBooks } from '#src/app/kept-books.ts'
import { bookOf } from '#src/app/queries.ts'
import { law } from '#test/sim/law.ts'
import type { World } from '#test/sim/world.ts'
import type { Chance } from '#test/support/oracle/chance.ts'
import { isSame } from '#test/support/same.ts'

/** Somebody looks at a book now and then, and what is kept of it is thrown away now and then. */
export const checkKeptBooks = async ({ store, watches }: World, chance: Chance): Promise<void> => {
  if (chance.whole(1, 12) > 1) return
  if (chance.whole(1, 4) === 1) forgetBooks(store)
  for (const { fundId } of watches) {
    const whole = bookFrom(await readParts(store, fundId))
    law('a kept book is the book', isSame(await bookOf(store, fundId), whole))
  }
}
