import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type LeafChange, type Leaves, leafBytes } from '#domain/cases/leaves.ts'

export const newId = (): string => randomBytes(16).toString('hex')
export const newLeaf = (): Uint8Array => new Uint8Array(randomBytes(leafBytes))

/** A leaf that nobody has seen before. */
export const fresh = (sealed = newLeaf()): LeafChange & { readonly sealed: Uint8Array } => ({
  id: newId(),
  seen: undefined,
  sealed,
})

/** Every id that there is, page by page. */
export const allIds = async (leaves: Leaves, limit = 7): Promise<string[]> => {
  const all: string[] = []
  for (;;) {
    const page = await leaves.ids(all.at(-1), limit)
    all.push(...page)
    if (page.length < limit) return all
  }
}

type Opened = { readonly leaves: Leaves; readonly close: () => Promise<void> }

type Empty = () => Promise<Leaves>

const ofReading = (empty: Empty): void => {
  test('what was kept is read byte for byte, and what is not there is left out', async () => {
    const leaves = await empty()
    const [one, other] = [fresh(), fresh()]
    expect(await leaves.change([one, other])).toBe('kept')
    const read = await leaves.read([other.id, newId(), one.id])
    expect(read.size).toBe(2)
    expect(Buffer.from(read.get(one.id)!).equals(one.sealed)).toBe(true)
    expect(Buffer.from(read.get(other.id)!).equals(other.sealed)).toBe(true)
    expect((await leaves.read([])).size).toBe(0)
    expect(await leaves.change([])).toBe('kept')
  })

  test('a leaf is written over by whoever saw it, and by nobody who saw something else', async () => {
    const leaves = await empty()
    const first = fresh()
    await leaves.change([first])
    const second = { id: first.id, seen: first.sealed, sealed: newLeaf() }
    expect(await leaves.change([second])).toBe('kept')
    expect(await leaves.change([{ ...second, sealed: newLeaf() }])).toBe('stale')
    const nearly = second.sealed.slice()
    nearly[leafBytes - 1]! ^= 1
    expect(await leaves.change([{ id: first.id, seen: nearly, sealed: newLeaf() }])).toBe('stale')
    expect((await leaves.read([first.id])).get(first.id)).toEqual(second.sealed)
  })
}

const ofWholeChanges = (empty: Empty): void => {
  test('all of a change is kept or nothing of it', async () => {
    const leaves = await empty()
    const [there, gone] = [fresh(), fresh()]
    await leaves.change([there, gone])
    const added = fresh()
    const changed = { id: there.id, seen: there.sealed, sealed: newLeaf() }
    const away = { id: gone.id, seen: newLeaf(), sealed: undefined }
    expect(await leaves.change([added, changed, away])).toBe('stale')
    expect(await allIds(leaves)).toEqual([there.id, gone.id].toSorted())
    expect((await leaves.read([there.id])).get(there.id)).toEqual(there.sealed)
    expect(await leaves.change([added, changed, { ...away, seen: gone.sealed }])).toBe('kept')
    expect(await allIds(leaves)).toEqual([there.id, added.id].toSorted())
    expect((await leaves.read([there.id])).get(there.id)).toEqual(changed.sealed)
  })

  test('an id that is taken is not new, and one that is not there was seen by nobody', async () => {
    const leaves = await empty()
    const one = fresh()
    await leaves.change([one])
    expect(await leaves.change([{ ...one, sealed: newLeaf() }])).toBe('stale')
    expect(await leaves.change([{ id: newId(), seen: one.sealed, sealed: newLeaf() }])).toBe(
      'stale',
    )
    expect(await leaves.change([{ id: newId(), seen: one.sealed, sealed: undefined }])).toBe(
      'stale',
    )
    // That something is not there is a thing to have seen as well.
    expect(await leaves.change([{ id: newId(), seen: undefined, sealed: undefined }])).toBe('kept')
    expect(await allIds(leaves)).toEqual([one.id])
  })

  test('what is gone is gone, and its id may be new again', async () => {
    const leaves = await empty()
    const one = fresh()
    await leaves.change([one])
    expect(await leaves.change([{ id: one.id, seen: one.sealed, sealed: undefined }])).toBe('kept')
    expect((await leaves.read([one.id])).size).toBe(0)
    expect(await allIds(leaves)).toEqual([])
    expect(await leaves.change([one])).toBe('kept')
    expect((await leaves.read([one.id])).get(one.id)).toEqual(one.sealed)
  })
}

const ofLengths = (empty: Empty): void => {
  test('nothing is taken that could be known by its length or its id', async () => {
    const leaves = await empty()
    for (const length of [0, leafBytes - 1, leafBytes + 1])
      await expect(
        leaves.change([fresh(), fresh(new Uint8Array(length))]),
        `${length}`,
      ).rejects.toThrow('4096 bytes')
    for (const id of ['', 'case-1', newId().toUpperCase(), newId().slice(1), `${newId()}0`])
      await expect(leaves.change([{ ...fresh(), id }])).rejects.toThrow('128 bits')
    const twice = fresh()
    await expect(leaves.change([twice, { ...twice }])).rejects.toThrow('twice')
    expect(await allIds(leaves)).toEqual([])
  })

  test('many leaves are gone through by id, page by page, each once', async () => {
    const leaves = await empty()
    const many = Array.from({ length: 600 }, () => fresh())
    for (let at = 0; at < many.length; at += 120)
      expect(await leaves.change(many.slice(at, at + 120))).toBe('kept')
    const ids = many.map(({ id }) => id).toSorted()
    expect(await allIds(leaves, 97)).toEqual(ids)
    expect(await leaves.ids(ids.at(-1), 10)).toEqual([])
    const read = await leaves.read(ids)
    expect(many.every(({ id, sealed }) => Buffer.from(read.get(id)!).equals(sealed))).toBe(true)
  })
}

const ofTurns = (empty: Empty): void => {
  test('of two who change one leaf at once, one is kept and the other told', async () => {
    const leaves = await empty()
    const one = fresh()
    await leaves.change([one])
    let seen = one.sealed
    for (let turn = 0; turn < 10; turn += 1) {
      const drawn = [newLeaf(), newLeaf()]
      const answers = await Promise.all(
        drawn.map((sealed) => leaves.change([{ id: one.id, seen, sealed }])),
      )
      expect(answers.toSorted()).toEqual(['kept', 'stale'])
      seen = drawn[answers.indexOf('kept')]!
      expect((await leaves.read([one.id])).get(one.id)).toEqual(seen)
    }
  })

  test('of two who make one new leaf at once, one is kept and the other told', async () => {
    const leaves = await empty()
    for (let turn = 0; turn < 5; turn += 1) {
      const [one, beside] = [fresh(), fresh()]
      const answers = await Promise.all([
        leaves.change([one, beside]),
        leaves.change([{ ...one, sealed: newLeaf() }, fresh()]),
      ])
      expect(answers.toSorted()).toEqual(['kept', 'stale'])
      expect((await allIds(leaves)).length).toBe(2 * (turn + 1))
    }
  })
}

const ofBytes = (empty: Empty): void => {
  test('what a caller does with its bytes afterwards changes no leaf', async () => {
    const leaves = await empty()
    const one = fresh()
    const kept = one.sealed.slice()
    await leaves.change([one])
    one.sealed.fill(0)
    const read = (await leaves.read([one.id])).get(one.id)!
    expect(read).toEqual(kept)
    read.fill(0)
    expect((await leaves.read([one.id])).get(one.id)).toEqual(kept)
  })
}

/** A store with nothing in it; `again` opens what is there once more, where it outlives its closing. */
type Open = () => Promise<Opened & { readonly again?: () => Promise<Opened> }>

const ofClosing = (opened: Open, closing: (() => Promise<void>)[]): void => {
  test('what was kept is there after the store was closed and opened again', async () => {
    const { leaves, close, again } = await opened()
    if (!again) return
    const many = Array.from({ length: 40 }, () => fresh())
    await leaves.change(many)
    closing.pop()
    await close()
    const later = await again()
    closing.push(later.close)
    expect(await allIds(later.leaves)).toEqual(many.map(({ id }) => id).toSorted())
    const [one] = many
    expect((await later.leaves.read([one!.id])).get(one!.id)).toEqual(one!.sealed)
  })
}

/** What every store of leaves must do, wherever it is. */
export const leavesSuite = (name: string, open: Open): void => {
  const closing: (() => Promise<void>)[] = []
  const opened = async () => {
    const store = await open()
    closing.push(store.close)
    return store
  }
  const empty = async (): Promise<Leaves> => (await opened()).leaves

  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  describe(name, () => {
    for (const part of [ofReading, ofWholeChanges, ofLengths, ofTurns, ofBytes]) part(empty)
    ofClosing(opened, closing)
  })
}
