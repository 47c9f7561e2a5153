import { isCode } from '#domain/fund/members.ts'

/**
 * What shows that an event happened. Papers, photos and reasons stand beside the journal; their salted hash
 * is here. Of one household the journal is told nothing but that hash.
 */
export type Evidence =
  | { readonly is: 'cap-alert'; readonly hash: string }
  | { readonly is: 'gauge'; readonly station: string; readonly levelCm: number }
  | { readonly is: 'commune-note'; readonly hash: string }
  | { readonly is: 'photo'; readonly hash: string; readonly witnesses: readonly string[] }
  | { readonly is: 'reason'; readonly hash: string }

const evidenceKinds = ['cap-alert', 'gauge', 'commune-note', 'photo', 'reason'] as const

/** A photo alone shows water; two who saw it say where and when. */
const photoWitnesses = 2

/** Metres above the zero of any gauge there is, in centimetres. */
const levelMax = 20_000

const isHash = (text: unknown): boolean => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)

/** The place in a piece of evidence that cannot hold; undefined where all can. */
export const evidenceFault = (
  evidence: Evidence,
  isMember: (memberId: string) => boolean,
): { readonly code: string; readonly at: string } | undefined => {
  if (!evidenceKinds.includes(evidence.is)) return { code: 'evidence-cannot-hold', at: '/is' }
  if (evidence.is === 'gauge') {
    const { station, levelCm } = evidence
    if (!isCode(station)) return { code: 'evidence-cannot-hold', at: '/station' }
    const isLevel = Number.isSafeInteger(levelCm) && levelCm >= 0 && levelCm <= levelMax
    return isLevel ? undefined : { code: 'evidence-cannot-hold', at: '/levelCm' }
  }
  if (!isHash(evidence.hash)) return { code: 'evidence-cannot-hold', at: '/hash' }
  if (evidence.is !== 'photo') return undefined
  const { witnesses } = evidence
  const stranger = witnesses.findIndex((memberId) => !isMember(memberId))
  if (stranger >= 0) return { code: 'member-unknown', at: `/witnesses/${stranger}` }
  return new Set(witnesses).size < Math.max(photoWitnesses, witnesses.length)
    ? { code: 'evidence-cannot-hold', at: '/witnesses' }
    : undefined
}
