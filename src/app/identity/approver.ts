import { operations } from '#domain/operations/all.ts'
import type { Command } from '#domain/village.ts'

const seconds = new Map(operations.map(({ command, second }) => [command as string, second]))

/** The member whom a command names as the one who approves it; undefined where one person is enough. */
export const approverOf = (command: Command): string | undefined => {
  const second = seconds.get(command.type) ?? 'none'
  return second === 'none' ? undefined : second(command as never)
}
