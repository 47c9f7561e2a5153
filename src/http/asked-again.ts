import { lifetimes } from '#src/app/identity/identity.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FormText } from '#src/pages/forms/form.ts'

/** Goes along with a form that is answered by what only its sender may see: when the secret was asked for. */
export const askedNow = ({
  clock,
}: {
  readonly clock: () => string
}): { readonly asked: string } => ({
  asked: clock(),
})

/**
 * A browser that sends a page once more sends the secret that was typed into it, whoever sits before it by then: a secret is
 * taken for as long as it lasts elsewhere, from when the page asked for it.
 */
export const isAskedLongAgo = (
  context: HttpContext,
  { hidden }: FormText,
  sent: ReadonlyMap<string, string>,
): boolean => {
  const asked = hidden?.['asked'] === undefined ? undefined : sent.get('asked')
  if (asked === undefined) return false
  const age = Date.parse(context.get('needs').clock()) - Date.parse(asked)
  // A time that is none, or is still to come, is of no page of ours.
  return !(age >= 0 && age < lifetimes.stepUpMs)
}
