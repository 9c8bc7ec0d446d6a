/**
 * What pdf.js's build for older browsers still takes for granted and Chrome 114, the oldest that must run this, has
 * not. Imported before it, in the page and in its worker.
 */
Promise.withResolvers ??= function withResolvers<T>() {
  let resolve!: (value: T | PromiseLike<T>) => void;
  let reject!: (reason?: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
};

AbortSignal.any ??= (signals) => {
  const control = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) control.abort(signal.reason);
    signal.addEventListener('abort', () => control.abort(signal.reason), { signal: control.signal });
  }
  return control.signal;
};

export {};
