import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { cleanEnvironment, ENTRY } from '../cli/program.ts'

/** The service as a process of its own. */
export interface ServiceProcess {
  /** Where it listens. */
  url: string
  /** What it said on starting. */
  said: string
  /** Sends a signal; resolves with how the process ended. */
  kill: (signal: NodeJS.Signals) => Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  running: () => boolean
}

/** Starts `chitieu start` and waits until it says that it runs; throws what it complains of when it ends instead. */
export async function startService(environment: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [ENTRY, 'start'], {
    env: cleanEnvironment({ PORT: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let [said, complaint] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/[\w.]+:\d+/.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', code => reject(new Error(`ended with ${code}: ${complaint}`)))
  })
  return {
    url,
    said,
    async kill(signal) {
      child.kill(signal)
      await ended
      return { code: child.exitCode, signal: child.signalCode }
    },
    running: () => child.exitCode === null && child.signalCode === null,
  }
}
