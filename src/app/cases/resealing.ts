import { destroyedName } from '#src/app/cases/destroying.ts'
import { holdersName } from '#src/app/cases/holders.ts'
import { besideAnew, movedName, movedOf } from '#src/app/cases/kept-beside.ts'
import { keyLogName } from '#src/app/cases/key-log.ts'
import { keptParts, textsAnew } from '#src/app/cases/kept-texts.ts'
import { type LeafNeeds, changesOf, readPage, untilKept } from '#src/app/cases/leaf-pages.ts'
import { moveEverything } from '#src/app/cases/moving.ts'
import { renewalsName } from '#src/app/cases/renewing.ts'
import { type CaseNeeds, keysUnderOlder, teamNames, teamOf } from '#src/app/cases/team.ts'
import { phoneName } from '#src/app/cases/texts.ts'
import { reportsMovedName } from '#src/app/watch/reports.ts'

/* What hangs on a secret of before, and how it is sealed by that of now. */

const atOnce = 256

/** How many leaves a secret of before has sealed, and how many nothing opens any more. */
export const oldLeavesIn = async ({
  keys,
  leaves,
}: LeafNeeds): Promise<{ readonly older: number; readonly shut: number }> => {
  const told = { older: 0, shut: 0 }
  for (let after: string | undefined; ;) {
    const ids = await leaves.ids(after, atOnce)
    for (const [id, sealed] of await leaves.read(ids)) {
      const isOld = await keys.isOld(id, sealed)
      if (isOld === undefined) told.shut += 1
      else if (isOld) told.older += 1
    }
    after = ids.at(-1)
    if (after === undefined) return told
  }
}

/** The same of all networks, with the keys that only their owners' passphrases can seal anew. */
export const oldCasesIn = async (
  needs: Omit<CaseNeeds, 'networkId'>,
  networkIds: readonly string[],
) => {
  let keys = 0
  for (const networkId of networkIds) keys += await keysUnderOlder({ ...needs, networkId })
  return { ...(await oldLeavesIn(needs)), keys }
}

/** Seals all of a network by the secret of now; a worker's own key waits for the passphrase. */
const renewNetwork = async (needs: CaseNeeds): Promise<void> => {
  const { networkId } = needs
  await moveEverything(needs, (await movedOf(needs)).number)
  const pages = [holdersName, destroyedName, movedName, keyLogName, renewalsName, reportsMovedName]
  const phones = (await teamOf(needs)).map((userId) => phoneName(networkId, userId))
  for (const name of [
    ...(await teamNames(needs)),
    ...pages.map((nameOf) => nameOf(networkId)),
    ...phones,
  ])
    await untilKept(needs, async () => {
      const page = await readPage<unknown>(needs, name)
      return { answer: undefined, changes: await changesOf(needs, page, page.value) }
    })
  await besideAnew(needs)
}

/** Seals all cases, and what lies under their roof, by the secret of now. What is cut off begins again and does no harm. */
export const renewCases = async (
  needs: Omit<CaseNeeds, 'networkId'>,
  {
    networkIds,
    fundIds,
  }: { readonly networkIds: readonly string[]; readonly fundIds: readonly string[] },
): Promise<void> => {
  for (const networkId of networkIds) await renewNetwork({ ...needs, networkId })
  for (const scope of [...networkIds, ...fundIds])
    for (const part of keptParts) await textsAnew(needs, { part, scope })
}
