import type { Action } from '#domain/access/table.ts'
import { note } from '#src/app/activity.ts'
import { type Approval, ofPower } from '#src/app/approvals.ts'
import type { Standing } from '#src/app/identity/hands.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { hasAnotherOfStaff, staffWordFault } from '#src/app/identity/staff-second.ts'
import type { Field } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { secondOfStaffFields } from '#src/pages/forms/second.ts'
import { potWords } from '#src/words/words.ts'

/** Whether the network has another one who decides, beside whom it is about: then two stand behind what takes two. */
export const isSecondNeeded = (context: HttpContext, about?: string): Promise<boolean> => {
  const { store, today } = context.get('needs')
  const { networkId, by } = { ...context.get('network'), ...context.get('caller')! }
  return hasAnotherOfStaff(store, { networkId, userId: by.actor, about, day: today() })
}

/** Where the second one of the staff gives the own name and secret; nothing where the network has nobody else. */
export const staffSecondFields = async (
  context: HttpContext,
  about?: string,
): Promise<readonly Field[]> => {
  if (!(await isSecondNeeded(context, about))) return []
  const practice = context.get('needs').isPractice ? practiceStaff : undefined
  return secondOfStaffFields(context.get('language'), practice)
}

type NoWord =
  | NotLetIn
  | {
      readonly code:
        | Exclude<Awaited<ReturnType<typeof staffWordFault>>, undefined>
        | 'approver-not-another'
    }

/** Whose word of the staff it is, given on the caller's device; or why it is none. */
export const staffWord = async (
  context: HttpContext,
  word: Approval,
  { about, isPower }: Standing & { readonly about?: string | undefined },
): Promise<{ readonly userId: string } | NoWord> => {
  const needs = context.get('needs')
  const { by, session } = context.get('caller')!
  const { networkId, deviceId } = session
  const checked = await checkSecret(needs, { networkId, deviceId, ...word, asker: by.actor })
  if ('code' in checked) return checked
  const { userId } = checked
  if (userId === by.actor || userId === about) return { code: 'approver-not-another' }
  const asked = { networkId, userId, by: by.actor, day: needs.today(), isPower }
  const code = await staffWordFault(needs, asked)
  return code === undefined ? { userId } : { code }
}

type Given =
  | { readonly approved: { readonly approvedBy?: string }; readonly word?: Approval }
  | { readonly fault: string }

/** The second one's word, or what is said where it is none; such a try stands in the log. */
export const secondGiven = async (
  context: HttpContext,
  of: (name: string) => string,
  action: Action,
  about?: string,
): Promise<Given> => {
  if (!(await isSecondNeeded(context, about))) return { approved: {} }
  const needs = context.get('needs')
  const { by, session } = context.get('caller')!
  const { networkId } = session
  const word = { login: of('secondLogin').slice(0, 200), secret: of('secret').slice(0, 200) }
  const told = await staffWord(context, word, {
    about,
    isPower: action === 'manage-users' || ofPower.has(action),
  })
  if ('userId' in told) return { approved: { approvedBy: told.userId }, word }
  const { code } = told
  await note(needs, { ...by, scope: networkId, action, outcome: 'refused' })
  const words: Readonly<Record<string, unknown>> = potWords.in(context.get('language'))
  const said = words[code]
  return { fault: typeof said === 'string' ? said : String(words['sign-in-failed']) }
}
