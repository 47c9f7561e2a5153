import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { type Recorder, recorder } from '#src/app/record.ts'
import { app } from '#src/http/app.ts'
import { evening } from '#test/http/commands/one-of-each.ts'
import { commandsPath } from '#test/http/commands/sending.ts'
import { ourHost, practice } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'
import { ofCost } from '#test/support/a-cost.ts'

/** How a service is built that is in place of ours, and how many ask it at once. */
type Built = {
  readonly atOnce: number
  readonly waitingMax?: number
  readonly record?: (ours: Recorder) => Recorder
  readonly answer?: (ours: Response) => Response
}

/** The practice village behind a service in whose queue only a few may wait. */
const crowded = async ({
  atOnce,
  waitingMax = atOnce / 10,
  record = (r) => r,
  answer = (r) => r,
}: Built) => {
  const village = await practice()
  const { needs } = village
  const world = { journal: needs.store, clock: needs.clock, hash: needs.hash }
  const service = app({ ...needs, record: record(recorder(world, { waitingMax })) })
  const token = await village.as('record-keeper')
  const send = async (id: string): Promise<Response> =>
    answer(
      await service.request(commandsPath(village), {
        method: 'POST',
        headers: {
          host: ourHost,
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({
          commands: [
            { id, v: 1, type: 'RecordExpense', effectiveOn: evening, amount: 5000, ...ofCost },
          ],
        }),
      }),
    )
  return { village, send }
}

/** What is wrong with how ten times more than can wait are answered, for each of them or as a whole. */
const impolite = async (built: Built): Promise<string[]> => {
  const { village, send } = await crowded(built)
  const { needs, fundId } = village
  const { atOnce } = built
  const kept = async (): Promise<string[]> =>
    (await needs.store.find(fundId, ids)).map(({ id }) => id)
  const ids = Array.from({ length: atOnce }, () => needs.ids())
  const answers = await Promise.all(ids.map(send))
  const inBook = new Set(await kept())
  const faults = answers.flatMap((answer, i) => {
    const isKept = inBook.has(ids[i]!)
    if (answer.status === 200) return isKept ? [] : ['said to be taken and is not kept']
    if (answer.status !== 503) return [`answered ${answer.status}`]
    const isTold = Number(answer.headers.get('retry-after')) === 5
    return [
      ...(isKept ? ['turned away and kept'] : []),
      ...(isTold ? [] : ['not told when to come again']),
    ]
  })
  if (inBook.size < atOnce / 10) faults.push('fewer were taken than may wait')
  if (inBook.size === atOnce) faults.push('nobody was turned away')
  // Whoever comes again with the same command is served, and no expense counts twice.
  for (const id of ids) if ((await send(id)).status !== 200) faults.push('not served again')
  if ((await kept()).length !== atOnce) faults.push('not each is kept once')
  return faults
}

test('ten times more than can wait are answered at once: taken and kept, or told when to come again', async () => {
  const atOnce = 300
  const faults = await impolite({ atOnce })
  expect(faults).toEqual([])
  const tried = 'requests at once, ten times what may wait'
  reached({ promise: 'P15', tried, count: atOnce, atLeast: 300, found: faults.length })
})

const rude: readonly (readonly [string, Omit<Built, 'atOnce'>, string])[] = [
  ['in whose queue all may wait', { waitingMax: 1_000 }, 'nobody was turned away'],
  [
    'that says yes to whoever cannot wait',
    {
      record: (ours) => async (fundId, commands, options) =>
        ours(fundId, commands, options).catch(() =>
          commands.map(({ id }) => ({
            id,
            outcome: 'recorded' as const,
            seq: 1,
            hash: '',
            recordedAt: '',
            flags: [],
          })),
        ),
    },
    'said to be taken and is not kept',
  ],
  [
    'that keeps what it has turned away',
    {
      record: (ours) => async (fundId, commands, options) => {
        const answers = await ours(fundId, commands, options)
        if (commands[0]?.type !== 'RecordExpense') return answers
        throw new StorageUnavailable('too many')
      },
    },
    'turned away and kept',
  ],
  [
    'that says no and not until when',
    {
      answer: (ours) => {
        ours.headers.delete('retry-after')
        return ours
      },
    },
    'not told when to come again',
  ],
]

test.each(rude)('a service %s is found impolite', async (_, built, fault) => {
  expect(await impolite({ ...built, atOnce: 40 })).toContain(fault)
})
