import { operations } from '#domain/operations/all.ts'
import type { Command } from '#domain/village.ts'

const seconds = new Map(operations.map(({ command, second }) => [command as string, second]))

/** Whether whoever stands behind a command is the one who got the money: a PIN or a code, and no name to sign in by. */
export const isRecipientsWord = (command: Command): boolean =>
  command.type === 'ConfirmPayout' && command.approvedBy === command.memberId

/**
 * Who signs a command with the own word as the one whose matter it is: by PIN, code or the secret of a login, with no name to
 * sign in by. Whoever looked into a request, and whoever got the money of a loan.
 */
export const signerOf = (command: Command): string | undefined => {
  if (command.type === 'AppraiseLoan') return command.signedBy
  return isRecipientsWord(command) && 'memberId' in command ? command.memberId : undefined
}

/** The member whom a command names as the one who approves it; undefined where one person is enough. */
export const approverOf = (command: Command): string | undefined => {
  const second = seconds.get(command.type) ?? 'none'
  return second === 'none' ? undefined : second(command as never)
}
