// What every page may use: messages that pass, and requests that carry the page's token.

const forms = new WeakSet();

/** Shows a short message at the foot of the window; kind is '' or 'bad'. */
export function toast(text, kind = '') {
  const note = document.createElement('p');
  note.className = kind ? `toast toast-${kind}` : 'toast';
  note.textContent = text;
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), Math.max(4000, text.length * 80));
}

/** fetch() with the page's token; throws an Error with the server's own sentence (and .code, .status) when refused. */
export async function send(url, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('Accept', 'application/json');
  headers.set('X-CSRF-TOKEN', document.querySelector('meta[name="csrf"]').content);
  const reply = await fetch(url, { credentials: 'same-origin', ...options, headers });
  const json = reply.headers.get('Content-Type')?.includes('json') ? await reply.json() : null;
  if (!reply.ok) {
    throw Object.assign(new Error(json?.message ?? reply.statusText), { code: json?.code, status: reply.status });
  }
  return json;
}

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.method === 'dialog') {
    return;
  }
  if (forms.has(event.target)) {
    event.preventDefault();
    return;
  }
  forms.add(event.target);
  event.target.classList.add('is-busy');
});

addEventListener('pageshow', event => {
  if (event.persisted) {
    for (const form of document.querySelectorAll('form.is-busy')) {
      forms.delete(form);
      form.classList.remove('is-busy');
    }
  }
});
