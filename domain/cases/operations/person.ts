import { type CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, fact, factOf, itemId, itemsOf, line } from '#domain/cases/operation.ts'
import { ageBands, sexes } from '#domain/kernel/bands.ts'
import { day, mark, optional, text, uuid, word, yesOrNo } from '#domain/kernel/shape.ts'

export { ageBands, sexes }
export const languagesSpoken = ['khmer', 'thai', 'vietnamese', 'lao', 'burmese', 'english'] as const

/** Who it is. A name is asked for last and hidden until somebody asks to see it. */
export const setPerson = fact({
  command: 'SetPerson',
  name: 'person',
  asks: {
    ageBand: word(ageBands),
    sex: word(sexes),
    language: word(languagesSpoken),
    name: optional(line(80)),
  },
})

export const contactWays = ['visit', 'call', 'text', 'none'] as const

/**
 * How the person may be reached without harm, read before any call. `notTo` says who must not hear; the word is agreed by
 * both, and whoever answers without it is not spoken to.
 */
export const setContact = fact({
  command: 'SetContact',
  name: 'contact',
  asks: {
    way: word(contactWays),
    when: line(80),
    pretext: optional(line(80)),
    safeWord: optional(line(40)),
    number: optional(
      text(/^\+?[\d ]{6,20}$/, { code: 'number-unreadable', example: '012 000 000' }),
    ),
    notTo: optional(line(80)),
  },
})

/** From where the person comes, where the person wants the fund's village to be known to the team. */
export const setVillage = fact({
  command: 'SetVillage',
  name: 'village',
  asks: { fundId: optional(uuid('fund')), fromElsewhere: yesOrNo() },
})

export const relations = [
  'mother',
  'father',
  'partner',
  'child',
  'sibling',
  'other-kin',
  'friend',
  'broker',
  'employer',
] as const
export const safety = ['safe', 'not-known', 'unsafe'] as const
/** Whether somebody lives where the person would come home to; whoever does not say is taken to. */
export const lives = ['at-home', 'elsewhere', 'not-known'] as const

/** Somebody around the person. The family may be the danger: nobody counts as safe until it was asked in private. */
export const addPersonAround = addTo({
  command: 'AddPersonAround',
  name: 'people',
  asks: {
    name: line(80),
    relation: word(relations),
    safety: word(safety),
    isAccused: yesOrNo(),
    lives: optional(word(lives)),
    number: optional(
      text(/^\+?[\d ]{6,20}$/, { code: 'number-unreadable', example: '012 000 000' }),
    ),
  },
})

export const setSafety = changeOf({
  command: 'SetSafety',
  name: 'people',
  asks: { safety: word(safety), isAccused: yesOrNo(), lives: optional(word(lives)) },
})

/** Whether anything may be told to, asked of or sent to somebody around the person. */
export const isUnsafe = (file: CaseFile, item: string | undefined): boolean =>
  itemsOf(file, addPersonAround).some(
    (one) => one.item === item && (one.value.safety === 'unsafe' || one.value.isAccused),
  )

/** Whether a line names somebody who must not hear: a name is written once with a capital and once without. */
export const namesUnsafe = (file: CaseFile, written: string): boolean => {
  const plain = (name: string): string => name.trim().toLocaleLowerCase('en')
  return itemsOf(file, addPersonAround).some(
    ({ item, value }) => isUnsafe(file, item) && plain(value.name) === plain(written),
  )
}

export const isUnderEighteen = (file: CaseFile): boolean =>
  factOf(file, setPerson)?.ageBand === 'under-18'

/** Whether a case is of a child, whose name leaves it for nobody. */
export const isOfChild = (file: CaseFile): boolean =>
  file.kind === 'child-risk' || isUnderEighteen(file)

export const speakers = ['guardian', 'best-interest'] as const

/** Who speaks for somebody under eighteen: a guardian who is safe, or a note of two why this is in the child's best interest. */
export const setGuardian = fact({
  command: 'SetGuardian',
  name: 'guardian',
  asks: {
    who: word(speakers),
    person: optional(itemId),
    note: line(200),
    on: day,
    isAgreedByTwo: mark('agreed-by-two-missing'),
  },
  check: ({ file }, { who, person }) => {
    if (who !== 'guardian') return undefined
    if (!itemsOf(file, addPersonAround).some(({ item }) => item === person))
      return 'guardian-unknown'
    return isUnsafe(file, person) ? 'guardian-unsafe' : undefined
  },
})

/** Whether what has to be there before anything is agreed with somebody under eighteen is missing. */
export const lacksGuardian = (file: CaseFile): boolean =>
  isUnderEighteen(file) && factOf(file, setGuardian) === undefined

export const papersSeen = [
  'passport',
  'id-card',
  'family-book',
  'birth-certificate',
  'work-permit',
  'travel-document',
] as const

/** That a paper was seen: which kind, on which day. What stands on it is not kept. */
export const addPaperSeen = addTo({
  command: 'AddPaperSeen',
  name: 'papers',
  asks: { paper: word(papersSeen), seenOn: day },
})
