import { createHash } from 'node:crypto'
import { type Book, readBook } from './files/book.ts'
import { IMPORT_KINDS, type ImportKind } from './outcome.ts'
import { type Problem, problem } from './problem.ts'
import { type Profile, readProfile } from './profile.ts'
import type { ImportRequest } from './request.ts'

/** In place of a profile's name: the one that would be suggested for the file. */
export const SUGGESTED = 'goi-y'

/** A file whose sheets could be read, and what is asked of it; which table it holds is not known yet. */
export interface Source {
  ok: true
  book: Book
  /** Null where it is to be recognised. */
  kind: ImportKind | null
  profile: Profile | null
  /** Whether it is to be read by the profile that would be suggested for it. */
  isSuggested: boolean
  request: ImportRequest
  /** SHA-256 of the bytes, hex. */
  hash: string
}

/** Opens the bytes, or says why they hold no table. Looks at nothing but the file and the profile. */
export async function openSource(
  request: ImportRequest,
): Promise<Source | { ok: false; problems: Problem[] }> {
  const { file, bytes } = request
  const kind = IMPORT_KINDS.find(each => each === request.kind) ?? null
  if (kind === null && request.kind !== undefined) {
    return failed(problem(file, 'unknown_kind', { known: IMPORT_KINDS.join(', ') }, { value: request.kind }))
  }
  const isNamed = request.profile !== undefined && request.profile !== SUGGESTED
  const profile = isNamed ? readProfile(request.profile ?? '') : null
  const isSuggested = request.profile === SUGGESTED || (!isNamed && request.column !== undefined)
  if (profile !== null && 'code' in profile) return failed(profile)
  if (profile !== null && kind !== null && profile.kind !== kind) {
    return failed(problem(file, 'profile_of_kind', { kind: profile.kind }, { value: profile.name }))
  }
  const book = await readBook(file, bytes)
  if (!book.ok) return book
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { ok: true, book, kind: kind ?? profile?.kind ?? null, profile, isSuggested, request, hash }
}

function failed(found: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [found] }
}
