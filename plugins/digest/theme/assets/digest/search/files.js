// Fetches files, and parts of files where the host sends parts. What was fetched stays while the page does.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @type {Map<string, Promise<Bytes>>} */
const held = new Map()
/** What was read, as it came over the line. */
export const read = { bytes: 0 }
/** Whether the host sends parts of files, as far as that is known. */
export const host = { sendsParts: true }

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function fetched(address, options) {
  const answer = await fetch(address, options)
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  read.bytes += bytes.length
  return { bytes, isPart: answer.status === 206 }
}

/**
 * Keeps a promise by its key; a failed one is made anew at the next question.
 * @param {string} key
 * @param {() => Promise<Bytes>} make
 */
function kept(key, make) {
  let loading = held.get(key)
  if (!loading) {
    loading = make()
    loading.catch(() => held.delete(key))
    held.set(key, loading)
  }
  return loading
}

/**
 * A whole file, unpacked.
 * @param {string} address
 * @param {RequestInit} [options]
 */
export const whole = (address, options) => kept(address, async () => unpacked((await fetched(address, options)).bytes))

/**
 * A part of a file, unpacked: `size` bytes from `start`. A file `isShort` that is read whole even so: a request less for
 * the next part.
 * @type {(address: string, start: number, size: number, isShort?: boolean) => Promise<Bytes>}
 */
export function part(address, start, size, isShort = false) {
  return kept(`${address}#${start}`, async () => {
    const raw = `${address}#`
    if (host.sendsParts && !isShort && !held.has(raw)) {
      // Without a network there may be the whole file among what was kept.
      const answer = await fetched(address, { headers: { Range: `bytes=${start}-${start + size - 1}` } }).catch(() => null)
      if (answer?.isPart) return unpacked(answer.bytes)
      if (answer) {
        // A host that sends the file for a part of it does so each time.
        host.sendsParts = false
        held.set(raw, Promise.resolve(answer.bytes))
      }
    }
    const file = await kept(raw, async () => (await fetched(address)).bytes)
    return unpacked(file.slice(start, start + size))
  })
}

/** Asks a host for the first byte of a file that is of use as a whole, to know whether it sends parts. @param {string} address */
export async function probe(address) {
  const answer = await fetched(address, { headers: { Range: "bytes=0-0" } }).catch(() => null)
  if (!answer || answer.isPart) return
  host.sendsParts = false
  held.set(address, unpacked(answer.bytes))
}

/** @param {Bytes} bytes @returns {Promise<Bytes>} */
export async function unpacked(bytes) {
  // A host may have unpacked it on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/**
 * UTF-16 where that is shorter: there the second byte of JSON is a zero.
 * @param {Bytes} bytes
 */
export const textOf = (bytes) => new TextDecoder(bytes[1] === 0 ? "utf-16le" : "utf-8").decode(bytes)
