import type { HeldElsewhere } from '#domain/fund/bank.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import type { matchBankLine } from '#domain/fund/operations/bank.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { type Confirmed, matchCommands } from '#src/app/bank-lines.ts'
import type { Item, ItemAnswer } from '#src/app/submit.ts'
import { matchIdOf } from '#src/exchange/bank-file/marks.ts'
import { fundSchemas } from '#src/http/commands/schemas.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendToFund } from '#src/http/gate.ts'

const isPlace = (text: unknown): text is HeldElsewhere =>
  heldElsewhere.some((place) => place === text)

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i
const pick = /^pick\.\d{1,7}$/
/** "2026-01-05 500000 <mark> <id>+<id>" */
const value =
  /^(\d{4}-\d{2}-\d{2}) (-?\d{1,12}) ([0-9a-f]{64}) ([0-9a-f-]{36}(?:\+[0-9a-f-]{36}){0,19})$/

const confirmedIn = (place: HeldElsewhere, text: string): Confirmed | undefined => {
  const [, effectiveOn, amount, mark, ids] = value.exec(text) ?? []
  if (effectiveOn === undefined || mark === undefined || ids === undefined) return undefined
  return { effectiveOn, place, amount: Number(amount), mark, entryIds: ids.split('+') }
}

/** The lines that a form of the page confirms; undefined for anything that no page of ours sends. */
export const confirmedOf = async (
  context: HttpContext,
): Promise<readonly Confirmed[] | undefined> => {
  if (!formType.test(context.req.header('content-type') ?? '')) return undefined
  const sent = [...new URLSearchParams(await context.req.text())]
  const place = sent.find(([name]) => name === 'place')?.[1]
  const picks = sent.filter(([name]) => name !== 'place')
  if (!isPlace(place) || picks.length !== sent.length - 1) return undefined
  if (picks.some(([name]) => !pick.test(name))) return undefined
  // Where one of several could be chosen and none was.
  const chosen = picks.filter(([, text]) => text !== '')
  const confirmed = chosen.map(([, text]) => confirmedIn(place, text))
  return confirmed.every((one) => one !== undefined) ? confirmed : undefined
}

/** Records each confirmed line by itself, by the caller's hand; one that is not taken never stops the others. */
export const confirmLines = async (
  context: HttpContext,
  confirmed: readonly Confirmed[],
): Promise<readonly ItemAnswer[]> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const commands = await matchCommands(needs.store, fundId, {
    confirmed,
    idOf: (mark, isTakenBack) => matchIdOf(needs.hash, { fundId, mark }, isTakenBack),
  })
  const items = commands.map((command): Item<CommandOf<typeof matchBankLine>> => {
    const read = fundSchemas.MatchBankLine.safeParse(command)
    const { id, type } = command
    return read.success ? { command } : { fault: { id, type, code: 'not-a-command', at: '' } }
  })
  return sendToFund(context, items)
}
