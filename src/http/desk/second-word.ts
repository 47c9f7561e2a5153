import { approverOf, isRecipientsWord } from '#src/app/identity/approver.ts'
import type { Approval } from '#src/app/approvals.ts'
import type { Act, Form } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Visit } from '#src/http/desk/visit.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import { practiceIn } from '#src/http/people/visit.ts'
import type { Second } from '#src/pages/desk/confirm.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { entranceWords } from '#src/words/words.ts'

type Asked = { readonly act: Act; readonly form: Form; readonly visit: Visit }

/** Whether somebody else gives the own word for it: whoever writes has given it by signing in. */
export const approverNeeded = ({ form, visit }: Omit<Asked, 'act'>, filled: Filled): boolean => {
  const named = approverOf(form.command(filled))
  return named !== undefined && named !== visit.context.get('fund').ownMemberId
}

/** Whose word a question asks for beside it: the one who is named, or anybody's where more leaves than one may let out alone. */
export const secondAsked = async (
  asked: Asked,
  filled: Filled,
  fault: string | undefined,
): Promise<Second | undefined> => {
  const practice = practiceIn(asked.visit.context)
  if (approverNeeded(asked, filled))
    return { practice, fault, isOwn: isRecipientsWord(asked.form.command(filled)) }
  const limit = asked.act.isPrivate ? undefined : await asked.form.beyondOne(filled)
  return limit && { practice, fault, limit }
}

type Heard =
  | { readonly fault: string }
  | { readonly filled: Filled; readonly vouchedFor?: string | undefined }

/**
 * What was filled in, with the second officer whose name and PIN were given beside a sum that is more than one may let out
 * alone. Left empty, it is a fact all the same, and stays as a finding.
 */
export const secondHeard = async (
  { act, form, visit: { context } }: Asked,
  filled: Filled,
  second: Approval | undefined,
): Promise<Heard> => {
  if (!second || act.isPrivate || !(await form.beyondOne(filled))) return { filled }
  const language = context.get('language')
  if (second.login.trim() === '') return { fault: entranceWords.in(language).secondUnnamed }
  const given = await askSecond(
    context,
    (name) => (name === 'login' ? second.login : second.secret),
    {
      action: act.rule,
      isAtTable: true,
    },
  )
  if ('fault' in given) return given
  const { memberId = '' } = given
  const field = form.fields.find(({ name }) => name === 'approvedBy')
  const mayBe = field?.as === 'list' && field.choices.some(({ value }) => value === memberId)
  if (!mayBe) return { fault: codeSaid('approver-is-concerned', language)! }
  const of = (name: string): string => (name === 'approvedBy' ? memberId : filled.of(name))
  return { filled: { ...filled, of }, vouchedFor: memberId }
}
