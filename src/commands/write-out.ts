import { constants } from 'node:fs'
import { access, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that the operator named cannot be written: in a folder that is not there, or that is closed to this account. */
export class NotWrittenError extends Error {
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`cannot write ${path}`, { cause })
    this.path = path
  }
}

/** Writes a file for the operator; `isPrivate` keeps it from other accounts. Throws `NotWrittenError`. */
export async function writeOut(path: string, bytes: string | Uint8Array, isPrivate = false): Promise<void> {
  await writeFile(path, bytes, isPrivate ? { mode: 0o600 } : {}).catch((error: unknown) => {
    throw new NotWrittenError(path, error)
  })
}

/** Makes a folder for files. Throws `NotWrittenError`. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw new NotWrittenError(path, error)
  })
}

/** For what is stored before its file is written: throws `NotWrittenError` where that file could not be written. */
export async function expectWritable(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new NotWrittenError(path, null)
  await access(found === null ? dirname(path) : path, constants.W_OK).catch((error: unknown) => {
    throw new NotWrittenError(path, error)
  })
}
