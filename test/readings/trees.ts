import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Stands for the files as they are now, committed or not. */
export const WORKTREE = 'worktree'

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()

/** The full name of a commit; throws when git knows none. */
export function commitOf(revision: string): string {
  return git('rev-parse', '--verify', `${revision}^{commit}`)
}

/** Does `work` in a folder that holds the revision, with the packages of this one; removes it afterwards. */
export function inTree<T>(revision: string, work: (tree: string) => T): T {
  if (revision === WORKTREE) return work(ROOT)
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-tree-'))
  const tree = join(folder, 'tree')
  try {
    git('worktree', 'add', '--quiet', '--detach', tree, commitOf(revision))
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
    return work(tree)
  } finally {
    if (existsSync(tree)) git('worktree', 'remove', '--force', tree)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts a file of this tree into another that lacks it. */
export function lend(tree: string, file: string): string {
  const there = join(tree, file)
  if (!existsSync(there)) {
    if (!existsSync(dirname(there))) execFileSync('mkdir', ['-p', dirname(there)])
    copyFileSync(join(ROOT, file), there)
  }
  return there
}
