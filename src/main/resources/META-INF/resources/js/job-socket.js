/**
 * Follows a job over /ws/jobs/{id}: snapshots of where it stands, and numbered events, each exactly once, across
 * reconnects and restarts of the server.
 *
 *   const socket = new JobSocket(jobId, {
 *     last: 12,                        // newest event that the page already shows
 *     snapshot: (job) => …,            // {state, step, steps, detail, secondsLeft, place, error, cancelling}
 *     sample: (data, seq) => …,        // one handler per event type: sample, page, done, failed, cancelled …
 *     connection: (open) => …,         // optional: true when connected, false while trying again
 *   });
 *   socket.close();
 */
export class JobSocket {
  #url;
  #handlers;
  #last;
  #over = false;
  #socket = null;
  #timer = null;
  #tries = 0;

  constructor(jobId, handlers) {
    this.#url = `${location.protocol.replace('http', 'ws')}//${location.host}/ws/jobs/${encodeURIComponent(jobId)}`;
    this.#handlers = handlers;
    this.#last = handlers.last ?? 0;
    addEventListener('online', () => this.#connect());
    this.#connect();
  }

  close() {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #connect() {
    clearTimeout(this.#timer);
    if (this.#over || this.#socket) return;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#tries = 0;
      socket.send(JSON.stringify({ last: this.#last }));
      this.#handlers.connection?.(true);
    };
    socket.onmessage = (message) => this.#hear(JSON.parse(message.data));
    socket.onclose = ({ code }) => {
      this.#socket = null;
      if (code === 1000 || code === 4401 || code === 4404) this.#over = true;
      if (this.#over) return;
      this.#handlers.connection?.(false);
      this.#timer = setTimeout(() => this.#connect(), this.#pause());
    };
  }

  /** 0.5 s, 1 s, 2 s … 15 s, spread a little so that many pages do not come back in the same instant. */
  #pause() {
    return Math.min(15000, 500 * 2 ** this.#tries++) * (0.75 + Math.random() / 2);
  }

  #hear(message) {
    if (message.type === 'snapshot') {
      if (message.lastSeq < this.#last) this.#last = 0;
      this.#handlers.snapshot?.(message);
    } else if (message.seq > this.#last) {
      this.#last = message.seq;
      this.#handlers[message.type]?.(message.data, message.seq);
    }
  }
}
