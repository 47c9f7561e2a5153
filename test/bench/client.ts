import { type Deposits, type Work, loneOf, rateOf } from '#test/bench/requests.ts'

/*
 * Whoever asks, in a process of its own: what it costs to ask is no cost of the service, which is asked over a wire as by
 * a phone. Does one piece of work after the other, as it is told.
 */
process.on(
  'message',
  ({ kind, asked, deposits, ...much }: Work & { readonly deposits?: Deposits }) => {
    const work = { ...asked, deposits }
    const done = kind === 'rate' ? rateOf(work, much) : loneOf(work, much.turns)
    done.then(
      (found) => process.send!({ found }),
      (error: unknown) => process.send!({ failed: String(error) }),
    )
  },
)
