// What the theme's scripts find on the page: the host theme's own names, and those of store.js and search-note.js.
interface Observable<T> { subscribe(listener: (value: T) => void): void }

interface Window {
  /** Announces every page that instant navigation shows. */
  document$?: Observable<Document>
  __md_scope: URL
  __md_hash(text: string): number
  __md_get<T>(name: string, store?: Storage, within?: URL): T | null
  __md_set(name: string, value: unknown, store?: Storage, within?: URL): void
  Worker: typeof Worker
}

declare function __md_get<T>(name: string, store?: Storage, within?: URL): T | null

/** What partials/search.html says to the scripts: where the index is, and the words of this variant. */
interface SearchSettings {
  root: string
  home: string
  variant: string
  none: string
  stances: Record<string, string>
  words: Record<string, string>
}

type SearchMessage = { type: 1, data: { subjects: Record<string, string[]> } } | { type: 3, data: SearchAnswer } | { type: 4, data: string }

interface SearchActs {
  ask(query: string): void
  more(): void
  open(): void
}

interface SearchList {
  show(data: SearchAnswer, words: Record<string, string>, more: () => void): void
  focus(number: number): void
  clear(): void
}

interface SearchFilters {
  show(data: SearchAnswer, words: Record<string, string>, stances: Record<string, string>, ask: (query: string) => void, open: () => void): void
  clear(): void
  isOpen(): boolean
}

interface SearchNote {
  settings: SearchSettings
  hint(named?: string[]): void
  waiting(): void
  answer(data: SearchAnswer, named: string[] | undefined, acts: SearchActs): void
  fault(isOld: boolean): void
}

interface Window { digestNote: SearchNote, digestList: SearchList, digestFilters: SearchFilters }
