import {
  type Said,
  code,
  either,
  group,
  id,
  list,
  named,
  text,
  whole,
} from '#domain/kernel/shape.ts'

const cannotHold = 'evidence-cannot-hold'

/** A photo alone shows water; two who saw it say where and when. */
const photoWitnesses = { min: 2, max: 20 }

/** Metres above the zero of any gauge there is, in centimetres. */
const levelMax = 20_000

const hash = text(/^[0-9a-f]{64}$/, { code: cannotHold, example: '9f'.repeat(32) })
/** A river at a station, in centimetres. */
const level = { station: code(cannotHold), levelCm: whole(0, levelMax, cannotHold) }

/** The river at which a line may be opened. */
export const trigger = group(level, 'season-cannot-hold')

/**
 * What shows that an event happened. Papers, photos and reasons stand beside the journal; their salted hash
 * is here. Of one household the journal is told nothing but that hash.
 */
export const evidence = named(
  either(
    'is',
    {
      'cap-alert': { hash },
      gauge: level,
      'commune-note': { hash },
      photo: { hash, witnesses: list(id('member'), { ...photoWitnesses, code: cannotHold }) },
      reason: { hash },
    },
    cannotHold,
  ),
  'Evidence',
  'What shows an event. Papers, photos and reasons stand outside the journal: `hash` is the SHA-256 of each with a salt that is kept beside it. `reason` is for the kind `personal` alone.',
)
export type Evidence = Said<{ readonly shown: typeof evidence }>['shown']

/** The place in a piece of evidence that cannot hold: who saw it are members, and each of them another. */
export const evidenceFault = (
  shown: Evidence,
  isMember: (memberId: string) => boolean,
): { readonly code: string; readonly at: string } | undefined => {
  if (shown.is !== 'photo') return undefined
  const { witnesses } = shown
  const stranger = witnesses.findIndex((memberId) => !isMember(memberId))
  if (stranger >= 0) return { code: 'member-unknown', at: `/witnesses/${stranger}` }
  return new Set(witnesses).size < witnesses.length
    ? { code: cannotHold, at: '/witnesses' }
    : undefined
}
