import { expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import type { SealedFile } from '#domain/grants/files.ts'
import { oldSecretsIn, sealFilesAnew } from '#src/app/identity/old-secrets.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const secretOf = (name: string): string => `the ${name} secret of a test, long enough to be taken`
const before = sealingBy({ secret: secretOf('first') })
const sealing = sealingBy({ secret: secretOf('second'), older: [secretOf('first')] })

/** One file of now, two of before, and one that no secret opens; a file of the network's own pot is of before. */
const withFiles = async () => {
  const its = await smallNetwork()
  const keep = async (scope: string, code: string, by?: typeof sealing): Promise<void> =>
    its.kept.keepSupportFile({
      fundId: scope,
      code,
      sealed: by ? await by.seal(scope, code, `{"code":"${code}"}`) : 'AAAA',
    })
  await keep(fundId, 'S-NOW', sealing)
  await keep(fundId, 'S-OLD1', before)
  await keep(fundId, 'S-OLD2', before)
  await keep(fundId, 'S-SHUT')
  await keep(networkId, 'S-POT', before)
  return its
}

const textsIn = async (files: readonly SealedFile[]): Promise<(string | undefined)[]> => {
  const now = sealingBy({ secret: secretOf('second') })
  return Promise.all(
    files.map(async (file) => (await now.open(file.fundId, file.code, file.sealed))?.trim()),
  )
}

test('files of before, of funds and of pots, are sealed by the secret of now, the others stay as they are', async () => {
  const { store, kept } = await withFiles()
  const was = await kept.supportFiles(fundId)
  expect(await sealFilesAnew({ store, sealing }, { dryRun: true })).toEqual({
    renewed: 3,
    current: 1,
    shut: 1,
  })
  expect(await kept.supportFiles(fundId)).toEqual(was)
  expect(await sealFilesAnew({ store, sealing })).toEqual({ renewed: 3, current: 1, shut: 1 })
  expect(await textsIn(await kept.supportFiles(fundId))).toEqual([
    '{"code":"S-NOW"}',
    '{"code":"S-OLD1"}',
    '{"code":"S-OLD2"}',
    undefined,
  ])
  expect(await textsIn(await kept.supportFiles(networkId))).toEqual(['{"code":"S-POT"}'])
  // A second time nothing is left to do.
  expect(await sealFilesAnew({ store, sealing })).toEqual({ renewed: 0, current: 4, shut: 1 })
})

test('a file that somebody wrote meanwhile is left to them, and not counted', async () => {
  const { store, kept } = await withFiles()
  const seen = await kept.supportFiles(fundId)
  const told = await sealFilesAnew({
    store: { ...store, supportFiles: async (scope) => (scope === fundId ? seen : []) },
    sealing: {
      ...sealing,
      renewed: async (scope, code, sealed) => {
        if (code === 'S-OLD1') await kept.keepSupportFile({ fundId, code, sealed: 'of somebody' })
        return sealing.renewed(scope, code, sealed)
      },
    },
  })
  expect(told).toEqual({ renewed: 1, current: 1, shut: 1 })
  expect((await kept.supportFile(fundId, 'S-OLD1'))?.sealed).toBe('of somebody')
})

test('what still hangs on a secret of before is counted: people, cards that are not stopped, files', async () => {
  const { store, kept, person } = await withFiles()
  await Promise.all(['ann', 'bopha'].map((login) => person(login)))
  const [ann, bopha] = await kept.users(networkId)
  const secrets = { ...cheapSecrets(), isOld: (sealed: string) => sealed.startsWith('old') }
  const none = { people: 0, cards: 0, files: 3, filesShut: 1 }
  expect(await oldSecretsIn({ store, secrets, sealing })).toEqual(none)
  const card = { fundId, networkId, memberId: 'm1', tokenHash: 'a', createdAt: '', createdBy: '' }
  const cards = [
    { ...card, cardId: 'c1', secret: 'old 2' },
    { ...card, cardId: 'c2', secret: 'old 3', revokedAt: '2025-02-01T00:00:00.000Z' },
    { ...card, cardId: 'c3', secret: 'new' },
  ]
  const withCards = {
    ...store,
    // Of a second fund and a second network all is of now already.
    fundIds: async () => [fundId, 'another fund'],
    networks: { ...store.networks, fundIds: async () => [networkId, 'another network'] },
    cards: async (id: string) => (id === fundId ? cards : []) as never,
    users: async (id: string) =>
      id === networkId
        ? [{ ...ann!, secret: 'old 1' }, bopha!, { ...ann!, secret: undefined }]
        : [],
  }
  expect(await oldSecretsIn({ store: withCards, secrets, sealing })).toEqual({
    people: 1,
    cards: 1,
    files: 3,
    filesShut: 1,
  })
  // Where nobody can tell old from new, and where no files are sealed, nothing is counted.
  expect(
    await oldSecretsIn({ store: withCards, secrets: cheapSecrets(), sealing: undefined }),
  ).toEqual({ people: 0, cards: 0, files: 0, filesShut: 0 })
})
