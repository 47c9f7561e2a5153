import { canonicalJson } from '#domain/kernel/canonical.ts'
import type { Command } from '#domain/village.ts'
import type { Approval } from '#src/app/approvals.ts'
import { vouch } from '#src/app/identity/vouching.ts'
import type { Answer } from '#src/app/answer.ts'
import {
  type OwnersWord,
  hadAHandInWord,
  ownersWord,
  settleGiven,
} from '#src/app/members/owners-word.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import type { HttpContext } from '#src/http/env.ts'

/** Whether private money goes out by a command: its owner's word is asked for first. */
export const needsOwner = (
  command: Command,
): command is Extract<Command, { readonly type: 'RecordPrivateSavings' }> =>
  command.type === 'RecordPrivateSavings' && command.direction === 'out'

type PrivateData = { readonly mark: string }

/**
 * A command as it is sent. One under the id of a private line that stands in the book already is held against what the
 * journal shows, and never against whose the line is: the answer would tell it, name by name, to whoever sends it again.
 */
export const sentAgainst = async (context: HttpContext, command: Command): Promise<Command> => {
  if (command.type !== 'RecordPrivateSavings') return command
  const needs = context.get('needs')
  const [row] = await needs.store.find(context.get('fund').fundId, [command.id])
  if (row?.type !== 'PrivateSavingsMoved') return command
  const { mark } = JSON.parse(row.data) as PrivateData
  const plain = { ...command, mark }
  // As an earlier version sent it, which said in the command what only the owner is told now.
  const beyond = { ...plain, isMoreThanOwn: true } as const
  return row.commandHash === needs.hash(canonicalJson(beyond)) ? beyond : plain
}

/** Whether whoever writes private money out is its owner: then the PIN is nobody else's word. */
export const isForOneself = (context: HttpContext, memberId: string): boolean =>
  context.get('fund').ownMemberId === memberId

/** Whose word another officer's goes beside: of money of the own, and where the writer had a hand in the word. */
export const needsAnother = async (
  context: HttpContext,
  { memberId, secret }: { readonly memberId: string; readonly secret: string },
): Promise<boolean> => {
  if (isForOneself(context, memberId)) return true
  const needs = context.get('needs')
  const { session } = context.get('caller')!
  const asked = { fundId: context.get('fund').fundId, memberId, secret, day: needs.today() }
  return hadAHandInWord(needs, session, asked)
}

type Words = {
  readonly memberId: string
  readonly secret: string
  readonly approver?: Approval | undefined
}

/** The owner's word, with another officer's where one goes beside it. Nobody is named in the entry, or it would tell whose money it is. */
const wordFor = async (
  context: HttpContext,
  amount: number,
  { memberId, secret, approver }: Words,
): Promise<OwnersWord | { readonly refused: string }> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const { session } = context.get('caller')!
  const day = needs.today()
  if (secret === '' && !needs.isPractice) return { refused: 'owner-pin-needed' }
  const asked = { fundId, memberId, secret, day, sum: amount, isPrivate: true }
  if (!(await needsAnother(context, { memberId, secret }))) return ownersWord(needs, session, asked)
  if (!approver)
    return { refused: isForOneself(context, memberId) ? 'approval-needed' : 'owner-code-own-hand' }
  const vouched = await vouch(needs, { fundId, caller: session, approver, day })
  if ('code' in vouched) return { refused: vouched.code }
  return ownersWord(needs, session, { ...asked, second: vouched.userId })
}

/**
 * Sends a command; private money that goes out with its owner's word, and for whoever writes it down with another officer's
 * too: nobody is told whether it is hers. What was recorded already is answered again.
 */
export const withOwner = async <Of extends ItemAnswer>(
  context: HttpContext,
  command: Command,
  { send, ...words }: Words & { readonly send: () => Promise<Of> },
): Promise<Of | Answer> => {
  if (!needsOwner(command)) return send()
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const [row] = await needs.store.find(fundId, [command.id])
  if (row) return send()
  const word = await wordFor(context, command.amount, words)
  if ('refused' in word) return { id: command.id, outcome: 'refused', code: word.refused }
  try {
    return await send()
  } finally {
    await settleGiven(needs.store, fundId, new Map([[command.id, word]]))
  }
}
