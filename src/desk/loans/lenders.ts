import type { LenderKind } from '#domain/loans/request/request-state.ts'
import type { Own } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { tickField } from '#src/desk/fields.ts'
import { buyOutWords, lendingFormWords } from '#src/words/words.ts'

/** Lenders by kind, each ticked or not; never a name. */
export const lendersOf = (
  { language }: Desk,
  kinds: readonly LenderKind[],
  { label, ...more }: { readonly label: (kind: string) => string; readonly fold?: string },
): Own<readonly LenderKind[]> => {
  const names = buyOutWords.in(language)
  const said = lendingFormWords.in(language).yes
  const nameOf = (kind: LenderKind): string => `lender-${kind}`
  return {
    fields: kinds.map((kind) =>
      tickField({ name: nameOf(kind), label: label(names[`kind-${kind}`]), said, ...more }),
    ),
    said: ({ of }) => kinds.filter((kind) => of(nameOf(kind)) === 'yes'),
  }
}
