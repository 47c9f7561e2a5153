import { instantAfter } from '#domain/kernel/dates.ts'

/** How many guesses a door has had; what the store keeps of it is the same shape. */
type Guesses = {
  readonly failures: number
  readonly since: string
  readonly lockedUntil: string | undefined
}

export type Guess =
  | { readonly may: 'guess' }
  | { readonly may: 'wait'; readonly until: string }
  | { readonly may: 'reset-in-person' }

const minute = 60_000
const guessesAtATime = 5
/** After each five wrong guesses: a quarter of an hour, an hour, a day; twenty need two officers. */
const waitsMs = [15 * minute, 60 * minute, 24 * 60 * minute] as const
export const failuresMax = 20

/**
 * Takes one guess off a person's budget before the secret is looked at, so that guesses made at once
 * count one by one. A right guess gives the budget back with `afterSuccess`.
 */
export const takeGuess = <G extends Guesses>(
  before: G | undefined,
  at: string,
): { readonly budget: Guesses; readonly answer: Guess } => {
  const now = before ?? { failures: 0, since: at, lockedUntil: undefined }
  if (now.failures >= failuresMax) return { budget: now, answer: { may: 'reset-in-person' } }
  if (now.lockedUntil !== undefined && at < now.lockedUntil)
    return { budget: now, answer: { may: 'wait', until: now.lockedUntil } }
  const failures = now.failures + 1
  const wait = failures % guessesAtATime === 0 ? waitsMs[failures / guessesAtATime - 1] : undefined
  return {
    budget: {
      failures,
      since: now.since,
      lockedUntil: wait === undefined ? undefined : instantAfter(at, wait),
    },
    answer: { may: 'guess' },
  }
}

/**
 * Puts back a guess that was taken but never made, because a door that many share was closed: nobody is
 * locked out by knocking at a closed door. What counts is what was looked at.
 */
export const putBackGuess = <G extends Guesses>(
  before: G | undefined,
  at: string,
): { readonly budget: Guesses; readonly answer: undefined } => {
  const now = before ?? { failures: 0, since: at, lockedUntil: undefined }
  const failures = Math.max(now.failures - 1, 0)
  return { budget: { failures, since: now.since, lockedUntil: undefined }, answer: undefined }
}

/** A fresh start for whoever knew the secret, or was reset in person. */
export const afterSuccess = (
  at: string,
): { readonly budget: Guesses; readonly answer: undefined } => ({
  budget: { failures: 0, since: at, lockedUntil: undefined },
  answer: undefined,
})

/** Wrong guesses from one device, in a whole fund or in a whole network, a day before its doors close. */
export const sharedFailuresMax = { device: 50, fund: 50, network: 200 } as const
const dayMs = 24 * 60 * minute

const inWindow = (before: Guesses | undefined, at: string): Guesses =>
  before && at < instantAfter(before.since, dayMs)
    ? before
    : { failures: 0, since: at, lockedUntil: undefined }

/**
 * Takes one guess off what many doors share: whoever tries a little at each of them is stopped too. It
 * counts only who has a card or an enrolled device, so that a stranger cannot lock a village out.
 */
export const takeSharedGuess = (
  before: Guesses | undefined,
  at: string,
  max: number,
): { readonly budget: Guesses; readonly answer: Guess } => {
  const now = inWindow(before, at)
  if (now.failures >= max)
    return { budget: now, answer: { may: 'wait', until: instantAfter(now.since, dayMs) } }
  return { budget: { ...now, failures: now.failures + 1 }, answer: { may: 'guess' } }
}

/** Gives a right guess back to what many doors share. */
export const giveBackSharedGuess = (
  before: Guesses | undefined,
  at: string,
): { readonly budget: Guesses; readonly answer: undefined } => {
  const now = inWindow(before, at)
  return { budget: { ...now, failures: Math.max(now.failures - 1, 0) }, answer: undefined }
}
