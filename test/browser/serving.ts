import { type Started, dropFolder, newFolder, started } from '#test/support/started.ts'

export type Practice = Pick<Started, 'url' | 'printed'> & { readonly stop: () => Promise<void> }

/** Starts the practice service as `npm start` does, with a database of its own that goes when it stops. */
export const servePractice = async (): Promise<Practice> => {
  const folder = newFolder()
  const { url, printed, stop } = await started(folder)
  return {
    url,
    printed,
    stop: async () => {
      await stop()
      dropFolder(folder)
    },
  }
}
