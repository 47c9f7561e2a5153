import { isUuid } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Approval } from '#src/app/approvals.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendToNetwork } from '#src/http/gate.ts'
import type { NetworkWords } from '#src/words/en/network.ts'

/**
 * Sends a decision to the network's journal; `second` is the word of whoever stands behind it, where two must. Pages of
 * the pot have asked the second one themselves.
 */
export const decideInNetwork = async (
  context: HttpContext,
  command: NetworkCommand,
  {
    dryRun = false,
    isVouched = false,
    second,
  }: {
    readonly dryRun?: boolean
    readonly isVouched?: boolean
    readonly second?: Approval
  } = {},
): Promise<ItemAnswer> => {
  const how = { dryRun, secondOf: () => second, isVouched }
  return (await sendToNetwork(context, [{ command }], how))[0]!
}

/** What a command of today begins with; `id` is the one that was made with its form. */
export const envelopeOf = (context: HttpContext, id: string) => ({
  id,
  v: 1 as const,
  effectiveOn: context.get('needs').today(),
})

/** The id that a form was made with; undefined for what no form of ours sends. */
export const formIdIn = (of: (name: string) => string): string | undefined => {
  const id = of('id')
  return isUuid(id) ? id : undefined
}

/** What was answered instead of "recorded", in words; undefined where it was recorded. `more` is said by code, where a page can say it. */
export const refusalSaid = (
  words: NetworkWords,
  answer: ItemAnswer,
  more: Readonly<Record<string, string>> = {},
): string | undefined => {
  if (isAccepted(answer)) return undefined
  const said: Readonly<Record<string, string>> = {
    'last-administrator': words.lastAdministrator,
    'not-appointed': words.notAppointed,
    'not-an-auditor': words.notAnAuditor,
    'not-assigned': words.notAssigned,
    'fund-not-in-network': words.fundWrong,
    'not-oneself': words.notOneself,
    'member-of-a-fund': words.memberOfAFund,
    'reviewer-by-one-word': words.reviewerByOneWord,
    'step-up-needed': words.secretFirst,
    'id-used-for-another-command': words.sentBefore,
    ...more,
  }
  const { code } = answer as Extract<ItemAnswer, { readonly code: string }>
  return Object.hasOwn(said, code) ? said[code] : words.notTaken
}
