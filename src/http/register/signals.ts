import { signalsIn } from '#domain/network/register/signals.ts'
import { deskRefusal } from '#src/http/cases/place.ts'
import type { HttpContext } from '#src/http/env.ts'
import { insteadOfForm } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { behindRegister, ownRegister, staffWords } from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { signalsPage } from '#src/pages/register/signals-page.ts'

/** Raised to the network alone: whoever holds an office in a fund, or sits at a device of a committee, reads none of it. */
const signals = async (context: HttpContext) => {
  const words = staffWords(context)
  const frame = await behindRegister(context)
  if ((await deskRefusal(context)) !== undefined)
    return insteadOfForm(context, frame, {
      heading: words.signalsHeading,
      line: words.signalsShut,
      back: registerPath.staff,
    })
  const { parties, named } = await ownRegister(context)
  const of = new Map(named.map((one) => [one.party.partyId, one]))
  return signalsPage(
    frame,
    signalsIn(parties).map((one) => ({
      ...one,
      parties: one.partyIds.flatMap((partyId) => of.get(partyId) ?? []),
    })),
  )
}

export const signalPages = (pages: Pages): void => {
  pages.get(registerPath.signals, 'read-register', signals)
}
