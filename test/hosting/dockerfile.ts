import { matchesGlob } from 'node:path'

/** One line of a Dockerfile: what it does, and what it says. */
export type Step = { readonly does: string; readonly says: string }

export type Stage = {
  readonly image: string
  /** By which later stages call it; its place in the file where it has no name. */
  readonly name: string
  readonly steps: readonly Step[]
}

/** The stages of a Dockerfile, each step as it stands. */
export const stagesOf = (text: string): readonly Stage[] => {
  const lines = text
    .replaceAll(/^\s*#.*$/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const stages: (Stage & { readonly steps: Step[] })[] = []
  for (const line of lines) {
    const [, does = '', says = ''] = /^(\w+)\s+(.+)$/.exec(line) ?? []
    if (does.toUpperCase() !== 'FROM') {
      if (stages.length === 0) throw new Error(`before the first stage stands: ${line}`)
      stages.at(-1)!.steps.push({ does: does.toUpperCase(), says })
      continue
    }
    const [, image = '', name = String(stages.length)] =
      /^(\S+)(?:\s+as\s+(\S+))?$/i.exec(says) ?? []
    stages.push({ image, name, steps: [] })
  }
  return stages
}

const reaches = /\b(?:apt(?:-get)?|apk|yum|dnf|curl|wget|git|pip)\b/

const faultsOfStep = ({ does, says }: Step, names: readonly string[]): string[] => [
  ...(does === 'ADD' ? ['ADD unpacks and fetches: COPY says what it does'] : []),
  ...(does === 'RUN' && reaches.test(says) ? [`a step asks the network: ${says}`] : []),
  ...(does === 'RUN' && /\bsudo\b/.test(says) ? ['a step asks for sudo'] : []),
  ...(does === 'WORKDIR' && !says.startsWith('/')
    ? [`WORKDIR ${says} depends on the one before`]
    : []),
  ...(['ENTRYPOINT', 'CMD', 'VOLUME'].includes(does) && !says.startsWith('[')
    ? [`${does} runs by a shell, which hears no signal`]
    : []),
  ...(['ENV', 'ARG'].includes(does) && /SECRET|PEPPER|PASSWORD|TOKEN/.test(says)
    ? [`a secret would stand in the image: ${does}`]
    : []),
  ...(does === 'COPY' && !names.includes(/--from=(\S+)/.exec(says)?.[1] ?? names[0]!)
    ? [`nothing is called so: ${says}`]
    : []),
]

const asRoot = ['', '0', 'root', '0:0', 'root:root']

/** What somebody who reads many Dockerfiles would ask about. */
export const faultsOf = (stages: readonly Stage[]): readonly string[] => {
  const names = stages.map(({ name }) => name)
  const last = stages.at(-1)!
  const said = (does: string): string =>
    last.steps.findLast((step) => step.does === does)?.says ?? ''
  return [
    ...stages.flatMap(({ image }) =>
      names.includes(image) || /^[^:@]+:(?!latest$)[\w.-]+$/.test(image)
        ? []
        : [`${image} is no fixed image`],
    ),
    ...stages.flatMap(({ steps }) => steps.flatMap((step) => faultsOfStep(step, names))),
    ...(asRoot.includes(said('USER')) ? ['it runs as root'] : []),
    ...(said('HEALTHCHECK') === '' ? ['nobody looks whether it answers'] : []),
    ...(said('VOLUME') === '' ? ['its data are gone with it'] : []),
  ]
}

/** Whether a path of the folder stays out of what a container is built of: the last line that fits decides. */
export const stayingOut =
  (ignoreFile: string) =>
  (path: string): boolean => {
    const lines = ignoreFile.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const parts = path.split('/')
    const ways = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
    let isOut = false
    for (const line of lines) {
      const pattern = line.replace(/^!|\/$/g, '')
      if (ways.some((way) => matchesGlob(way, pattern))) isOut = !line.startsWith('!')
    }
    return isOut
  }
