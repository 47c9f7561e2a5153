import type { Action } from '#domain/access/table.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { type Placed, mayBeOfTwo, seconded } from '#src/app/meeting/sheet-commands.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { entranceWords } from '#src/words/words.ts'

type Beside = { readonly approvedBy?: string | undefined }

/** Where a second officer gives the own name and PIN at the table. */
export const besideFields = (context: HttpContext): ReturnType<typeof secondQuestion> => {
  const practice = context.get('needs').isPractice
    ? practiceBeside(context.get('fund').held)
    : undefined
  return secondQuestion(context.get('language'), practice)
}

/** Whether all that a second officer could stand behind is the officer's own. */
const isAllOwn = (placed: readonly Pick<Placed, 'command'>[], memberId: string): boolean => {
  const ofTwo = placed.filter(mayBeOfTwo)
  return ofTwo.length > 0 && seconded(ofTwo, memberId).every((one) => ofTwo.includes(one))
}

/**
 * The word of the second officer at the table, looked at once for all lines; nobody's where nothing was typed. Half of it is
 * no word, and nobody stands behind the own money: both are said, so that no word is lost unseen.
 */
export const besideGiven = async (
  { context }: { readonly context: HttpContext },
  of: Typed,
  {
    placed,
    ...asked
  }: {
    readonly placed: readonly Pick<Placed, 'command'>[]
    /** What the form is for, and whom it is about: a line of a word that was wrong says so. */
    readonly action: Action
    readonly memberId?: string
  },
): Promise<Beside | { readonly fault: string }> => {
  const language = context.get('language')
  if (of('login').trim() === '')
    return of('secret') === '' ? {} : { fault: entranceWords.in(language).secondUnnamed }
  const second = await askSecond(context, of, { ...asked, isAtTable: true })
  if ('fault' in second) return second
  const { memberId } = second
  if (memberId !== undefined && isAllOwn(placed, memberId))
    return { fault: codeSaid('approver-is-concerned', language)! }
  return { approvedBy: memberId }
}
