import { type Complaint, type SourceFile, isCode, isUnder } from '#test/support/house.ts'

const linesMax = 300
const ourCode = ['domain/', 'src/', 'infra/', 'test/']

const ours = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter(
    (file) => isCode(file) && isUnder(file, ourCode) && !isUnder(file, ['test/fixtures/']),
  )

/** One complaint for each place at which a pattern is found, with the line that it is on. */
const found = (
  files: readonly SourceFile[],
  pattern: RegExp,
  say: (what: string) => string,
): Complaint[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(
      ({ 0: what, index }) => `${path}:${text.slice(0, index).split('\n').length} ${say(what)}`,
    ),
  )

/** Files that only hand on what others hold, under the name or in the manner of an index. */
export const barrels = (files: readonly SourceFile[]): Complaint[] => [
  ...files
    .filter(({ path }) => /(?:^|\/)index\.[cm]?[jt]sx?$/.test(path))
    .map(({ path }) => `${path} is a barrel`),
  ...found(ours(files), /^export\s+(?:type\s+)?\*.*$/gm, (what) => `hands on: ${what}`),
]

export const tooLong = (files: readonly SourceFile[]): Complaint[] =>
  ours(files)
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > linesMax)
    .map(({ path, lines }) => `${path} has ${lines} lines`)

/** Values of the surface that two files hand out under one name: whoever reads it must ask which one is meant. */
export const namedTwice = (files: readonly SourceFile[]): Complaint[] => {
  const surface = files.filter(
    (file) => isCode(file) && isUnder(file, ['src/desk/', 'src/http/', 'src/pages/']),
  )
  const handed = surface.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:const|class|(?:async )?function) (\w+)/gm)].map(([, name]) => ({
      name: name!,
      path,
    })),
  )
  return [...Map.groupBy(handed, ({ name }) => name)].flatMap(([name, all]) =>
    all.length === 1 ? [] : [`${name} is ${all.map(({ path }) => path).join(' and ')}`],
  )
}

/**
 * What is kept of one list or thing is kept for what stands beside it too. Handed to a list as it is, it is called with the place
 * and the whole list beside each, which are never what they were: nothing would be kept.
 */
export const keptForNothing = (files: readonly SourceFile[]): Complaint[] => {
  const made = /\bconst (\w+) = (?:whileSame|inBlocks|onceADay|standingsWhere)\(/g
  const program = files.filter((file) => isCode(file) && isUnder(file, ['domain/', 'src/']))
  const names = program.flatMap(({ text }) => [...text.matchAll(made)].map(([, name]) => name))
  return found(
    program,
    new RegExp(`\\.(?:map|flatMap|filter|find|some|every)\\((?:${names.join('|')})\\)`, 'g'),
    (what) => `keeps nothing: ${what}`,
  )
}

/** Commands of people go to the journals by the gate alone, so that none passes role, power, second person or log. */
export const aroundTheGate = (files: readonly SourceFile[]): Complaint[] =>
  found(
    ours(files).filter((file) => isUnder(file, ['src/http/']) && file.path !== 'src/http/gate.ts'),
    /\bsubmit\(|\bneeds\.record(?:Network)?\(|(?<![.\w])recordNetwork\(/g,
    (what) => `sends commands around the gate: ${what}`,
  )

const commandsMax = 7
/** Where commands are made of a paper book's lines or of a meeting's sheet, and where each has its words. */
const manyCommands = [
  'domain/operations/',
  'src/exchange/paper-book/',
  'src/app/meeting/sheet-commands.ts',
  // What invented people have done.
  'src/app/practice/',
  'src/words/',
]

/** What can be done is said in the operations of a room: a list of it elsewhere would have to be kept beside them. */
export const listsOfCommands = (files: readonly SourceFile[]): Complaint[] => {
  const isOfOperations = ({ path }: SourceFile): boolean => /^domain\/\w+\/operations\//.test(path)
  const commands = files
    .filter(isOfOperations)
    .flatMap(({ text }) => [...text.matchAll(/^ {2}command: '(\w+)',$/gm)].map(([, name]) => name!))
  return ours(files)
    .filter((file) => isUnder(file, ['domain/', 'src/']) && !isUnder(file, manyCommands))
    .filter((file) => !isOfOperations(file))
    .map(({ path, text }) => ({
      path,
      named: commands.filter((name) => new RegExp(`'${name}'|^ +${name}:`, 'm').test(text)).length,
    }))
    .filter(({ named }) => named > commandsMax)
    .map(({ path, named }) => `${path} names ${named} commands`)
}

/** Where words that people read do not belong: what draws, answers or asks takes them from the catalogues. */
export const khmerInMarkup = (files: readonly SourceFile[]): Complaint[] =>
  found(
    files.filter((file) => isCode(file) && isUnder(file, ['src/desk/', 'src/http/', 'src/pages/'])),
    /[\u1780-\u17d3\u17e0-\u17e9]+/g,
    () => 'has Khmer words outside of the catalogues',
  )

/** Idioms of this house that a newcomer of the trade had to learn; codes that programs read keep theirs. */
export const idioms = (files: readonly SourceFile[]): Complaint[] =>
  found(
    files.filter(
      (file) =>
        isUnder(file, ['domain/', 'src/', 'infra/', 'docs/', 'ARCHITECTURE.md', 'README.md']) &&
        !isUnder(file, ['docs/adr/']),
    ),
    /(?<!is-)nought|\bpurses?\b|Purse|shel(?:f|ves)\b|Shelf/gi,
    (what) => `says ${what.toLowerCase()}`,
  )

const folderMax = 40
/** One file a room and language: their order is that of the rooms. */
const longLists = ['src/words/en/', 'src/words/km/']

/** Folders in which nobody finds anything any more. */
export const fullFolders = (files: readonly SourceFile[]): Complaint[] => {
  const code = files.filter(
    (file) => isCode(file) && isUnder(file, ['domain/', 'src/']) && !isUnder(file, longLists),
  )
  const folders = Map.groupBy(code, ({ path }) => path.slice(0, path.lastIndexOf('/') + 1))
  return [...folders].flatMap(([folder, some]) =>
    some.length > folderMax ? [`${folder} holds ${some.length} files`] : [],
  )
}

const saysNothing = /^(?:utils?|helpers?|common|services|managers?)$/i

/** What other lines of a file, or other files, can call: not what is inside of a function. */
const declaration =
  /^(?:export\s+)?(?:async\s+)?(?:function|const|let|class|type|interface)\s+(\w+)/gm

/** The words of a name, be it `kebab-case`, `camelCase` or `snake_case`. */
const wordsOf = (name: string): string[] =>
  name.split(/[-_.]|(?<=[a-z\d])(?=[A-Z])/).filter((word) => word !== '')

/** Files, folders and declared names that say no more than "whatever was left over". */
export const emptyNames = (files: readonly SourceFile[]): Complaint[] =>
  files
    .filter((file) => isUnder(file, ourCode))
    .flatMap((file) => {
      const declared = isCode(file) ? [...file.text.matchAll(declaration)] : []
      return [
        ...file.path
          .split('/')
          .filter((part) => wordsOf(part).some((word) => saysNothing.test(word)))
          .map((part) => `${file.path} is called ${part}`),
        ...declared
          .filter(([, name = '']) => saysNothing.test(wordsOf(name).at(-1) ?? ''))
          .map(([, name]) => `${file.path} declares ${name}`),
      ]
    })

export const clocksAndChance = (files: readonly SourceFile[]): Complaint[] =>
  found(
    files.filter((file) => isCode(file) && isUnder(file, ['domain/'])),
    /\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\btoISOString\b/g,
    (what) => `uses ${what}`,
  )

/** Paths that only one machine has, and folders that are not in the house. */
export const foreignPaths = (files: readonly SourceFile[]): Complaint[] =>
  found(
    files,
    /(?<![\w.~-])\/(?:home|root|work)\/|\.\.\/shared\b/g,
    (what) => `names ${what}, which is not in the house`,
  )

export const silencedTests = (files: readonly SourceFile[]): Complaint[] =>
  found(
    files.filter((file) => isCode(file) && isUnder(file, ['test/'])),
    /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:skip|only|todo)\b/g,
    (what) => `says ${what}`,
  )

/** Rooms of the domain that no test enters. */
export const untestedRooms = (files: readonly SourceFile[]): Complaint[] => {
  const rooms = files
    .filter(isCode)
    .map(({ path }) => /^domain\/([^/]+)\//.exec(path)?.[1])
    .filter((room) => room !== undefined)
  return [...new Set(rooms)]
    .filter(
      (room) =>
        !files.some(
          ({ path }) => path.startsWith(`test/domain/${room}/`) && path.endsWith('.test.ts'),
        ),
    )
    .map((room) => `domain/${room} has no test under test/domain/${room}`)
}

const ofTests = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter((file) => isCode(file) && isUnder(file, ['test/']))

/** Words so short that random digits and letters hold them now and then: that such a word is absent is chance. */
export const chanceWords = (files: readonly SourceFile[]): Complaint[] =>
  found(
    ofTests(files),
    /\.not\.to(?:Contain\(['"][\da-f]{1,5}['"]|Match\(\/(?:[^/\n]*\|)?[\da-f]{3,5}[|/])/g,
    (what) => `looks for what chance can bring: ${what}`,
  )

/** Sleeps and clocks of the wall, by which a busy machine turns a test red: a test waits for what it waits for. */
export const hurriedTests = (files: readonly SourceFile[]): Complaint[] =>
  found(
    ofTests(files),
    /\bwaitForTimeout\(|\bawait (?:setTimeout|sleep)\(\d[\d_]{2,}\)|\bnow\(\) - \w+\)\.toBeLessThan/g,
    (what) => `hurries: ${what}`,
  )

/** Only `test/support` reads today: whoever reads it elsewhere is red on one day, or in one time zone. */
export const daysOfToday = (files: readonly SourceFile[]): Complaint[] =>
  found(
    ofTests(files).filter((file) => !isUnder(file, ['test/support/'])),
    /\bnew Date\(\)|\bDate\.now\b/g,
    (what) => `reads the day of the machine: ${what}`,
  )
