import { isSecond } from '#src/app/cases/team.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { type Field, lineField, secretField } from '#src/desk/fields.ts'
import { candidateOf } from '#src/http/cases/candidates.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import type { DeskVisit } from '#src/http/cases/opening.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { caseWords } from '#src/words/words.ts'

/** Another one of the team, who gives the own passphrase here: no login that was made anew can stand in for it. */
export const secondOfTeamFields = (
  { context }: Pick<DeskVisit, 'context'>,
  hint?: string,
): readonly Field[] => {
  const words = caseWords.in(context.get('language'))
  const told = practiceTeam.map(({ login, passphrase }) => `${login}: ${passphrase}`).join('; ')
  return [
    lineField({
      name: 'secondLogin',
      label: words.secondLogin,
      rule: (name) => name,
      isOptional: hint !== undefined,
      ...(hint === undefined ? {} : { hint }),
      fault: words.secondMissing,
      lengthMax: 60,
      isGivenAnew: true,
      ...(context.get('needs').isPractice ? { begins: { text: words.practiceTeam(told) } } : {}),
    }),
    secretField({
      name: 'secondPassphrase',
      label: words.secondPassphrase,
      // No browser is to offer a colleague's for keeping.
      autocomplete: 'new-password',
    }),
  ]
}

type Asking = Pick<DeskVisit, 'context' | 'needs'> & { readonly desk: { readonly userId: string } }

/** Whether somebody works in the team today, not shut out, and holds no office. */
export const isAtWork = async (
  visit: Pick<DeskVisit, 'context' | 'needs'>,
  userId: string,
): Promise<boolean> => {
  const { isOfTeam, officerOf } = await candidateOf(visit, userId)
  return isOfTeam && officerOf.length === 0
}

/** Whoever stands behind it; undefined where it is nobody else, or the passphrase is not theirs. */
export const secondOfTeam = async (
  { context, needs, desk }: Asking,
  of: Typed,
): Promise<string | undefined> => {
  const { store } = context.get('needs')
  const user = await store.userByLogin(needs.networkId, loginKeyOf(of('secondLogin')))
  if (!user || user.userId === desk.userId) return undefined
  if (!(await isAtWork({ context, needs }, user.userId))) return undefined
  const passphrase = of('secondPassphrase')
  const asked = { asker: desk.userId, userId: user.userId, passphrase }
  return (await isSecond(needs, asked)) ? user.userId : undefined
}
