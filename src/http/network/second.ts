import type { Action } from '#domain/access/table.ts'
import { note } from '#src/app/activity.ts'
import type { Approval } from '#src/app/approvals.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { hasAnotherOfStaff, staffWordFault } from '#src/app/identity/staff-second.ts'
import type { Field } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { secondOfStaffFields } from '#src/pages/forms/second.ts'
import { potWords } from '#src/words/words.ts'

/** Whether the network has another one who decides: then two stand behind what takes two. */
export const isSecondNeeded = (context: HttpContext): Promise<boolean> => {
  const { store, today } = context.get('needs')
  const { networkId, by } = { ...context.get('network'), ...context.get('caller')! }
  return hasAnotherOfStaff(store, { networkId, userId: by.actor, day: today() })
}

/** Where the second one of the staff gives the own name and secret; nothing where the network has nobody else. */
export const staffSecondFields = async (context: HttpContext): Promise<readonly Field[]> => {
  if (!(await isSecondNeeded(context))) return []
  const practice = context.get('needs').isPractice ? practiceStaff : undefined
  return secondOfStaffFields(context.get('language'), practice)
}

type Given =
  | { readonly approved: { readonly approvedBy?: string }; readonly word?: Approval }
  | { readonly fault: string }

/** The second one's word, or what is said where it is none; such a try stands in the log. */
export const secondGiven = async (
  context: HttpContext,
  of: (name: string) => string,
  action: Action,
): Promise<Given> => {
  if (!(await isSecondNeeded(context))) return { approved: {} }
  const needs = context.get('needs')
  const { by, session } = context.get('caller')!
  const { networkId, deviceId } = session
  const word = { login: of('secondLogin').slice(0, 200), secret: of('secret').slice(0, 200) }
  const checked = await checkSecret(needs, { networkId, deviceId, ...word })
  const code =
    'code' in checked
      ? checked.code
      : checked.userId === by.actor
        ? 'approver-not-another'
        : await staffWordFault(needs.store, {
            networkId,
            userId: checked.userId,
            by: by.actor,
            day: needs.today(),
          })
  if (code === undefined && 'userId' in checked)
    return { approved: { approvedBy: checked.userId }, word }
  await note(needs, { ...by, scope: networkId, action, outcome: 'refused' })
  const words: Readonly<Record<string, unknown>> = potWords.in(context.get('language'))
  const said = words[code ?? '']
  return { fault: typeof said === 'string' ? said : String(words['sign-in-failed']) }
}
