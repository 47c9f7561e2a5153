import { clipNames } from '#src/words/clips.ts'

/*
 * Number words of Khmer as sound, for a phone that has no voice of its own for them: the same drafts as on a household's page.
 * They are kept beside the app, whose newer editions leave them (`worker.ts`).
 */

const cacheName = 'clips'

/** In a folder that the page names, and that is called by what is in it: others have another address. */
const placeOf = (name: string): string => `${document.documentElement.dataset['clips']}${name}.mp3`

const keptOf = (names: readonly string[]): Promise<readonly (Response | undefined)[]> =>
  Promise.all(names.map((name) => caches.match(placeOf(name))))

/** Whether every one of them is on this phone. */
export const hasClips = async (): Promise<boolean> => !(await keptOf(clipNames)).includes(undefined)

/** Brings all or none, so that nobody learns by them of any sum, where there is a network and they are not here yet. */
export const bringClips = async (): Promise<void> => {
  if (!navigator.onLine || (await hasClips())) return
  await caches.delete(cacheName)
  const cache = await caches.open(cacheName)
  await cache.addAll(clipNames.map(placeOf))
}

let playing: AudioContext | undefined

/** Nothing is heard any more, and nothing that is still being read will be. */
export const hushClips = (): void => {
  void playing?.close()
  playing = undefined
}

/** Plays clips one after the other, as the one sound that they are together: half a sum would be another sum. */
export const playClips = async (names: readonly string[]): Promise<void> => {
  hushClips()
  const context = (playing = new AudioContext())
  const kept = await keptOf(names)
  const sound = new Blob(await Promise.all(kept.map((one) => one!.blob())))
  const source = context.createBufferSource()
  source.buffer = await context.decodeAudioData(await sound.arrayBuffer())
  source.connect(context.destination)
  source.start()
}
