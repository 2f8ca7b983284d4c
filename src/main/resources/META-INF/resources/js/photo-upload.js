// Sends photos one file a request, two at a time: each with a preview, its progress, and a clear word if it is refused.
import { send, toast } from '/js/shell.js';

const PARALLEL = 2;
const MOST_BYTES = 15 * 1024 * 1024;
const album = document.getElementById('album');
const words = album.dataset;
const drop = document.getElementById('drop');
const input = document.getElementById('files');
const photos = document.getElementById('photos');
const refusals = document.getElementById('refusals');
const waiting = [];
let busy = 0;

drop.classList.add('is-live');
input.addEventListener('change', () => {
  add(input.files);
  input.value = '';
});
for (const type of ['dragenter', 'dragover']) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('is-over');
  });
}
for (const type of ['dragleave', 'drop']) {
  drop.addEventListener(type, () => drop.classList.remove('is-over'));
}
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  add(event.dataTransfer.files);
});
addEventListener('paste', (event) => {
  if (event.clipboardData?.files.length) add(event.clipboardData.files);
});
// A photo dropped beside the zone must not replace the page.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());
addEventListener('beforeunload', (event) => {
  if (busy > 0) event.preventDefault();
});

function add(files) {
  for (const file of files) {
    if (file.size === 0) refuse(file.name, words.empty);
    else if (file.size > MOST_BYTES) refuse(file.name, words.tooLarge);
    else waiting.push({ file, tile: tile(file) });
  }
  next();
}

function next() {
  while (busy < PARALLEL && waiting.length > 0) {
    busy++;
    upload(waiting.shift()).finally(() => {
      busy--;
      next();
    });
  }
}

/** A place in the album with the picture as this browser has it, until the server's own takes over. */
function tile(file) {
  const item = document.createElement('li');
  item.className = 'is-uploading';
  const image = new Image(160, 160);
  image.alt = '';
  image.src = URL.createObjectURL(file);
  image.onerror = () => { image.hidden = true; };
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', `${file.name}: ${words.uploading}`);
  const label = document.createElement('span');
  label.className = 'upload-label';
  label.textContent = words.uploading;
  item.append(image, bar, label);
  photos.append(item);
  return { item, image, bar, label };
}

async function upload({ file, tile }) {
  try {
    const { status, answer } = await post(file, tile);
    if (status === 201) {
      settle(tile, answer);
      await recount();
    } else {
      tile.item.remove();
      refuse(file.name, answer?.message ?? words.broke);
    }
  } catch {
    tile.item.remove();
    refuse(file.name, words.broke);
  } finally {
    URL.revokeObjectURL(tile.image.src);
  }
}

/** XMLHttpRequest, because fetch() cannot tell how much of a body has gone out. */
function post(file, tile) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('photo', file);
    request.open('POST', words.url);
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-CSRF-TOKEN', document.querySelector('meta[name="csrf"]').content);
    request.upload.onprogress = ({ loaded, total }) => { tile.bar.value = 100 * loaded / total; };
    request.upload.onload = () => {
      tile.bar.removeAttribute('value');
      tile.label.textContent = words.checking;
    };
    request.onload = () => resolve({ status: request.status, answer: request.response });
    request.onerror = reject;
    request.send(body);
  });
}

function settle(tile, { url, hint }) {
  const before = tile.image.src;
  tile.item.className = '';
  tile.bar.remove();
  tile.label.remove();
  tile.image.onerror = null;
  tile.image.hidden = false;
  tile.image.onload = () => URL.revokeObjectURL(before);
  tile.image.src = url;
  if (hint) {
    const label = document.createElement('span');
    label.className = 'photo-hint';
    label.textContent = hint;
    tile.item.append(label);
  }
  tile.item.append(cropper(url), remover(url));
  number();
}

function cropper(url) {
  const link = document.createElement('a');
  link.className = 'photo-crop icon-button';
  link.href = url.replace('.jpg', '/crop');
  link.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 1v10.5H15M1 4.5h10.5V15"/></svg>';
  return link;
}

function remover(url) {
  const form = document.createElement('form');
  form.className = 'photo-remove';
  form.method = 'post';
  form.action = url.replace('.jpg', '/delete');
  form.innerHTML = '<button class="icon-button"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13"/></svg></button>';
  return form;
}

photos.addEventListener('submit', async (event) => {
  event.preventDefault();
  const item = event.target.closest('li');
  item.classList.add('is-leaving');
  try {
    await send(event.target.action, { method: 'POST' });
    item.remove();
    number();
    await recount();
  } catch (failure) {
    item.classList.remove('is-leaving');
    toast(failure.message, 'bad');
  }
});

function number() {
  label('.photo-remove button', words.remove);
  label('.photo-crop', words.crop);
}

function label(which, words) {
  photos.querySelectorAll(which).forEach((button, index) => {
    const text = words.replace('0', index + 1);
    button.title = text;
    button.setAttribute('aria-label', text);
  });
}

async function recount() {
  const reply = await fetch(`${words.url.replace('/photos', '')}/count`, { headers: { Accept: 'text/html' } });
  if (reply.ok) document.getElementById('count').innerHTML = await reply.text();
  const enough = photos.querySelectorAll('li:not(.is-uploading)').length >= Number(words.fewest);
  document.getElementById('learn')?.toggleAttribute('aria-disabled', !enough);
}

function refuse(name, reason) {
  const note = document.createElement('li');
  note.className = 'notice notice-bad';
  const title = document.createElement('strong');
  title.textContent = words.notTaken.replace('FILE', name);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'icon-button';
  close.setAttribute('aria-label', words.dismiss);
  close.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13"/></svg>';
  close.onclick = () => note.remove();
  const text = document.createElement('span');
  text.append(title, ' ', reason);
  note.append(text, close);
  refusals.append(note);
}

number();
