import { Failure, Refusal, ask } from './ask.js';

const PIECE = 4 << 20;
const AT_ONCE = 3;

/** Sends the files of one upload, several at a time, piece by piece, and goes on where it broke off. */
export class Sender {
  /**
   * @param upload as the server tells of it
   * @param files by number, as in the upload
   * @param watch is told of each piece: `took(number, received, digest)`, and of what is in the way: `waits(text)`
   */
  constructor(upload, files, watch) {
    this.upload = upload;
    this.files = files;
    this.watch = watch;
    this.received = upload.files.map(file => file.received);
    this.next = 0;
    this.stopped = new AbortController();
  }

  stop() {
    this.stopped.abort();
  }

  /** Ends when all files are there. */
  async send() {
    this.received.forEach((bytes, number) => this.watch.took(number, bytes));
    const lane = async () => {
      while (this.next < this.files.length) await this.file(this.next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  async file(number) {
    const size = this.files[number].size;
    for (let tries = 0; this.received[number] < size; ) {
      try {
        await this.piece(number);
        tries = 0;
      } catch (failure) {
        if (failure.name === 'AbortError') throw failure;
        if (failure instanceof Refusal && ![401, 403, 409, 422, 429, 503].includes(failure.status)) throw failure;
        await this.watch.waits(failure, ++tries, this.stopped.signal);
        await this.look(number);
      }
    }
  }

  async piece(number) {
    const from = this.received[number];
    const piece = await this.files[number]
      .slice(from, from + Math.min(PIECE, this.upload.largestPiece))
      .arrayBuffer()
      .catch(() => {
        throw new Refusal(0, this.watch.unreadable(this.files[number].name));
      });
    const headers = { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(from) };
    if (globalThis.crypto?.subtle) headers['Content-Digest'] = `sha-256=:${base64(await crypto.subtle.digest('SHA-256', piece))}:`;
    const answer = await ask(`${this.upload.path}/files/${number}`, {
      method: 'PATCH',
      body: piece,
      headers,
      signal: this.stopped.signal,
    });
    this.received[number] = Number(answer.headers.get('Upload-Offset'));
    this.watch.took(number, this.received[number], hex(answer.headers.get('Repr-Digest')));
  }

  /** How much of it is there: the answer to a piece may have been lost. */
  async look(number) {
    try {
      const upload = await (await ask(this.upload.path, { signal: this.stopped.signal })).json();
      this.received[number] = upload.files[number].received;
    } catch (failure) {
      if (!(failure instanceof Failure) && !(failure instanceof Refusal)) throw failure;
    }
  }
}

const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));

const hex = digest => {
  const found = digest?.match(/^sha-256=:(.+):$/);
  return found && [...atob(found[1])].map(each => each.charCodeAt(0).toString(16).padStart(2, '0')).join('');
};
