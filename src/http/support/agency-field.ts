import type { SupportFile } from '#domain/grants/files.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { nameOf } from '#domain/network/register/parties.ts'
import { agenciesForAnybody, nameSaid, registerOf } from '#src/app/network/register.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import { type Choice, type Field, choiceField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'

const nobody = 'nobody'

/** What stands in the field where nobody chooses anything. */
export const agencyPrefilled = { agency: nobody } as const

/** By which agency somebody leaves, where they leave by one; nothing where the register has none. */
export const agencyField = (
  context: HttpContext,
  agencies: readonly Choice[],
): readonly Field[] => {
  if (agencies.length === 0) return []
  const words = supportWordsAt({ language: context.get('language') })
  const { agency: label, agencyHint: hint, choose: fault } = words
  const choices = [{ value: nobody, label: words.agencyNone }, ...agencies]
  const field = choiceField({ name: 'agency', label, hint, choices, fault })
  return [{ ...field, read: (text) => (text === '' ? { text: nobody } : field.read(text)) }]
}

export const agencyIn = (of: Typed): Pick<Wanted, 'agency'> =>
  isUuid(of('agency')) ? { agency: of('agency') } : {}

/** Agencies of the register as anybody may see them, to choose from. */
export const agenciesToChoose = async (context: HttpContext): Promise<readonly Choice[]> => {
  const { store, today } = context.get('needs')
  const { networkId } = context.get('caller')!.session
  const isKhmer = context.get('language') === 'km'
  const all = await agenciesForAnybody(store, { networkId, today: today() })
  return all.map((one) => ({ value: one.partyId, label: nameSaid(one, isKhmer) }))
}

/** What the agency of a file is called, for one of the two who know it; empty where there is none. */
export const agencyNamed = async (
  context: HttpContext,
  { agency, networkId }: Pick<SupportFile, 'agency' | 'networkId'>,
): Promise<string> => {
  if (agency === undefined) return ''
  const { parties } = await registerOf(context.get('needs').store, networkId)
  const party = parties.find(({ partyId }) => partyId === agency)
  return party ? nameSaid(nameOf(party), context.get('language') === 'km') : '?'
}
