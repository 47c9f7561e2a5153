import type { Action } from '#domain/access/table.ts'
import { note } from '#src/app/activity.ts'
import { vouch } from '#src/app/identity/vouching.ts'
import { refusalInWords } from '#src/http/entrance/enter.ts'
import type { HttpContext } from '#src/http/env.ts'
import { entranceWords } from '#src/words/words.ts'

/** What gives nobody power: the two have kept off each other's words for a week. */
const ofAWeek: readonly string[] = ['link-phones']

/**
 * What the network's administrator may stand behind, where the fund has no second officer whose word can be lent: a fund of
 * two, of whom one had a hand in the other's secret, would else wait a month with every card. Both are written down.
 */
const ofHelp: readonly string[] = ['manage-cards', 'keep-family']

/**
 * The second officer's word for something about a member, given on the caller's device; or what is said
 * where there is none. A try that failed is written down here, one that held by whoever does the act.
 */
export const askSecond = async (
  context: HttpContext,
  of: (name: string) => string,
  {
    action,
    memberId,
    about,
    isAtTable,
  }: {
    readonly action: Action
    /** Whom it is about, where it is about a member and not about all. */
    readonly memberId?: string
    /** Whose login it is about, where it is about one. */
    readonly about?: { readonly userId: string | undefined }
    /** At the table money passes hands, and nobody is given power by it. */
    readonly isAtTable?: true
  },
): Promise<
  { readonly userId: string; readonly memberId: string | undefined } | { readonly fault: string }
> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const caller = context.get('caller')!.session
  const second = await vouch(needs, {
    fundId,
    caller,
    approver: { login: of('login').slice(0, 200), secret: of('secret').slice(0, 1000) },
    day: needs.today(),
    isPower: !isAtTable && !ofAWeek.includes(action),
    ...(about || ofHelp.includes(action)
      ? { about: about ?? { userId: undefined, isOfDays: true } }
      : {}),
  })
  if (!('code' in second)) return second
  await note(needs, {
    scope: fundId,
    actor: 'nobody',
    device: caller.deviceId,
    action,
    ...(memberId === undefined ? {} : { subject: `member:${memberId}` }),
    outcome: 'refused',
  })
  const words = entranceWords.in(context.get('language'))
  const isPause = second.code === 'wait' || second.code === 'reset-in-person'
  return {
    fault: isPause
      ? refusalInWords(second, { words, now: needs.clock() })
      : second.code === 'approver-reset-lately'
        ? words.secondCouldBeYou
        : words.secondWrong,
  }
}
