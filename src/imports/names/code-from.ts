import { foldName } from './fold-name.ts'

/** A code made from a name: "Nguyễn Văn An" → `nguyen-van-an`. */
export function codeFrom(name: string): string {
  return foldName(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
}
