import type { Visit } from '#src/http/desk/visit.ts'
import { isSteppedUp } from '#src/app/identity/sessions.ts'
import type { Desk } from '#src/desk/desk.ts'

/** The desk of whoever sent a request: all that forms are made from, and nothing of the request. */
export const deskIn = ({ context, at, book, today }: Visit): Desk => {
  const needs = context.get('needs')
  const { fundId, language, nameOf, calledOf } = at
  return {
    fundId,
    language,
    book,
    today,
    who: {
      memberId: context.get('fund').ownMemberId,
      hasGivenSecret: isSteppedUp(needs, context.get('caller')!.session),
    },
    ...(nameOf && { nameOf, calledOf }),
    along: context.req.query(),
    needs,
  }
}
