import { type Guess, afterSuccess, takeGuess } from '#domain/access/lockout.ts'
import type { OwnView } from '#domain/cases/own.ts'
import { lacksGuardian } from '#domain/cases/operations/person.ts'
import { type ActNeeds, type Told, changed } from '#src/app/cases/cases.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { type OwnCard, type OwnPage, viewAbout, withOwnLine } from '#src/app/cases/own-line.ts'
import { ownLeaf, ownLeafChanges } from '#src/app/cases/own-places.ts'
import { fromText, toText } from '#src/app/cases/sealed-text.ts'
import type { AtDesk, CaseNeeds } from '#src/app/cases/team.ts'

/*
 * The card by which somebody sees the own case: a square code with 128 random bits, and six digits that stand on no paper.
 * Both together open the key that what is shown is sealed to; the database opens it with neither, and the service alone does
 * not either.
 */

/** What is printed as a square code: where the page lies, and half of what opens it. */
export type OwnCode = { readonly id: string; readonly secret: string }

export const codeText = ({ id, secret }: OwnCode): string => `${id}${secret}`

export const codeIn = (text: string): OwnCode | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? { id: text.slice(0, 32), secret: text.slice(32) } : undefined

const pinDigits = 6

/** What is typed and scanned together, before the secret of the service is stretched into it. */
const opens = (secret: string, pin: string): string => `${secret} ${pin}`
const keyAbout = (id: string): string => `own key\n${id}`

/** A new card for the person of a case; one of before opens nothing any more. Told once, and kept nowhere. */
export const makeOwnCard = async (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
): Promise<
  | { readonly outcome: 'made'; readonly code: OwnCode; readonly pin: string }
  | Exclude<
      Told<'not-found' | 'case-full' | 'guardian-first' | 'case-closed'>,
      { outcome: 'recorded' }
    >
> => {
  const { keys, random } = needs
  const secret = keys.newId()
  const pin = String(random.below(10 ** pinDigits)).padStart(pinDigits, '0')
  const { publicKey, privateKey } = await keys.newPair()
  const salt = keys.newId()
  const by = (await keys.stretched(opens(secret, pin), salt, 0))!
  let id = ''
  const told = await changed<'guardian-first' | 'case-closed'>(needs, desk, {
    code,
    make: async ({ file: before }) => {
      if (before.closed) return { refused: 'case-closed' }
      if (lacksGuardian(before)) return { refused: 'guardian-first' }
      const file = await withOwnLine(needs, before)
      id = file.own!.id
      const plain = new TextEncoder().encode(privateKey)
      const sealed = toText(await keys.seal(by, keyAbout(id), plain))
      const card: OwnCard = { publicKey, salt, sealed, failures: 0, since: needs.clock() }
      return { file, card }
    },
  })
  return told.outcome === 'recorded' ? { outcome: 'made', code: { id, secret }, pin } : told
}

type OwnNeeds = Pick<CaseNeeds, 'keys' | 'leaves' | 'clock'>

/** Counts a guess before it is looked at; undefined where there is no card. */
const guessed = (needs: OwnNeeds, id: string): Promise<Guess | undefined> =>
  untilKept<Guess | undefined>(needs, async () => {
    const page = await ownLeaf<OwnPage>(needs, id)
    const { value } = page
    if (!value?.card) return { answer: undefined, changes: [] }
    const { failures, since, lockedUntil } = value.card
    const { budget, answer } = takeGuess({ failures, since, lockedUntil }, needs.clock())
    const after = { ...value, card: { ...value.card, ...budget } }
    return { answer, changes: await ownLeafChanges(needs, page, after) }
  })

/** Opens a card by its digits: the key to what may be seen. */
export const openOwnCard = async (
  needs: OwnNeeds,
  { code: { id, secret }, pin }: { readonly code: OwnCode; readonly pin: string },
): Promise<{ readonly privateKey: string } | 'wrong' | Exclude<Guess, { may: 'guess' }>> => {
  const guess = await guessed(needs, id)
  if (!guess) return 'wrong'
  if (guess.may !== 'guess') return guess
  const { value } = await ownLeaf<OwnPage>(needs, id)
  const card = value?.card
  for (let age = 0; card; age += 1) {
    const by = await needs.keys.stretched(opens(secret, pin), card.salt, age)
    if (!by) return 'wrong'
    const plain = await needs.keys.open(by, keyAbout(id), fromText(card.sealed))
    if (!plain) continue
    await untilKept(needs, async () => {
      const page = await ownLeaf<OwnPage>(needs, id)
      const now = page.value?.card
      const after = now && {
        ...page.value!,
        card: { ...now, ...afterSuccess(needs.clock()).budget },
      }
      return { answer: undefined, changes: after ? await ownLeafChanges(needs, page, after) : [] }
    })
    return { privateKey: new TextDecoder().decode(plain) }
  }
  return 'wrong'
}

/** What somebody sees of the own case; undefined where another card was made since, or it has ended. */
export const ownViewBy = async (
  needs: OwnNeeds,
  { id, privateKey }: { readonly id: string; readonly privateKey: string },
): Promise<{ readonly view: OwnView; readonly networkId: string } | undefined> => {
  const { value } = await ownLeaf<OwnPage>(needs, id)
  if (value?.view === undefined) return undefined
  const plain = await needs.keys.openWith(privateKey, viewAbout(id), value.view)
  if (!plain) return undefined
  const view = JSON.parse(new TextDecoder().decode(plain)) as OwnView
  return { view, networkId: value.networkId }
}
