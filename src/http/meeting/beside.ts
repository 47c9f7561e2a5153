import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'

type Beside = { readonly approvedBy?: string | undefined }

/** Where a second officer gives the own name and PIN at the table. */
export const besideFields = (context: HttpContext): ReturnType<typeof secondQuestion> => {
  const practice = context.get('needs').isPractice
    ? practiceBeside(context.get('fund').held)
    : undefined
  return secondQuestion(context.get('language'), practice)
}

/** The word of the second officer at the table, looked at once for all lines; nobody's where no name was typed. */
export const besideGiven = async (
  context: HttpContext,
  of: Typed,
): Promise<Beside | { readonly fault: string }> => {
  if (of('login').trim() === '') return {}
  const second = await askSecond(context, of, { action: 'RecordPayout' })
  if ('fault' in second) return second
  return { approvedBy: second.memberId }
}
