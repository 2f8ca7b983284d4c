// Shows a book coming into being: the training of its hero, then one page after another, each as soon as it is there.
import { JobSocket } from '/js/job-socket.js';

const stages = document.querySelector('.painting-stages');
const words = stages.dataset;
const frames = document.querySelector('.frames');
const over = ['DONE', 'FAILED', 'CANCELLED'];

for (const stage of stages.querySelectorAll('[data-job]')) follow(stage);

function follow(stage) {
  const bar = stage.querySelector('progress');
  const now = stage.querySelector('[data-now]');
  const left = stage.querySelector('[data-left]');
  if (!bar) return;
  const socket = new JobSocket(stage.dataset.job, {
    last: stage.dataset.kind === 'painting' ? Number(stage.dataset.seq) : 0,
    snapshot(job) {
      bar.value = job.steps ? (100 * job.step) / job.steps : 0;
      now.textContent = sentence(job);
      left.textContent = remaining(job);
      if (stage.dataset.kind === 'painting') brush(job);
      if (over.includes(job.state)) ended(stage, job, socket);
    },
    sample(data) { sample(stage, data); },
    sketch(data) { hang(data, 'sketched'); },
    page(data) { hang(data, 'painted'); },
    variant(data) { offer(data); },
    connection(open) { if (!open) left.textContent = words.offline; },
  });
}

function sentence(job) {
  if (job.cancelling) return words.cancelling;
  if (job.state === 'QUEUED' && job.place > 0) return words.queued;
  const at = job.detail || {};
  if (at.page) {
    return `${words.page.replace('PAGES', frames.dataset.count).replace('PAGE', at.page)} · ${
      words.step.replace('STEPS', at.steps).replace('STEP', at.step)}`;
  }
  return job.steps ? words.step.replace('STEPS', job.steps).replace('STEP', job.step) : '';
}

function remaining(job) {
  if (job.state === 'QUEUED') return job.place > 0 ? words.place.replace('PLACE', job.place) : '';
  if (job.secondsLeft === undefined) return '';
  return `· ${job.secondsLeft < 60 ? words.seconds : words.minutes.replace('MINUTES', Math.ceil(job.secondsLeft / 60))}`;
}

function brush(job) {
  const page = job.state === 'RUNNING' && job.detail ? job.detail.page : 0;
  for (const frame of frames.children) {
    const here = Number(frame.dataset.page) === page && !frame.classList.contains('painted');
    frame.classList.toggle('at-work', here);
    if (!here) continue;
    frame.style.setProperty('--done', job.detail.step / job.detail.steps);
    // A sketch shows more than the first steps do.
    if (job.detail.glimpse && (!frame.classList.contains('sketched') || 2 * job.detail.step > job.detail.steps)) {
      glimpse(frame.querySelector('.canvas'), job.detail.glimpse);
    }
  }
}

// What the page is coming to: a few coloured pixels, drawn large and soft.
function glimpse(easel, { width, height, rgb }) {
  const bytes = Uint8Array.from(atob(rgb), (letter) => letter.charCodeAt(0));
  const pixels = new ImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    pixels.data.set([bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2], 255], 4 * i);
  }
  let view = easel.querySelector('.glimpse');
  if (!view) {
    view = document.createElement('canvas');
    view.className = 'glimpse';
    view.setAttribute('aria-hidden', 'true');
    easel.append(view);
  }
  view.width = width;
  view.height = height;
  view.getContext('2d').putImageData(pixels, 0, 0);
}

function hang(data, how) {
  const frame = frames.querySelector(`[data-page="${Number(data.page)}"]`);
  if (!frame) return;
  const picture = new Image(256, 256);
  picture.alt = '';
  picture.src = data.picture;
  const canvas = frame.querySelector('.canvas');
  picture.decode().catch(() => {}).then(() => {
    canvas.querySelectorAll('img, .glimpse, .visually-hidden').forEach((old) => old.remove());
    canvas.prepend(picture);
    frame.classList.remove('at-work', 'sketched', 'just-painted');
    frame.classList.add(how, 'just-painted');
  });
}

// One more picture to choose from, beside the one that the page keeps.
function offer(data) {
  const strip = frames.querySelector(`[data-page="${Number(data.page)}"] .frame-variants`);
  if (!strip || strip.querySelector(`[src="${CSS.escape(data.picture)}"]`)) return;
  const picture = new Image(64, 64);
  picture.alt = '';
  picture.src = data.picture;
  const item = document.createElement('li');
  item.append(picture);
  strip.append(item);
  strip.hidden = false;
}

function sample(stage, data) {
  const box = stage.querySelector('.likeness-sample');
  const address = data.url || data.image || data.picture;
  if (!box || !address) return;
  box.querySelector('img').src = address;
  box.hidden = false;
}

// The server knows best what comes next: painting after learning, the book after painting.
async function ended(stage, job, socket) {
  socket.close();
  if (stage.dataset.kind === 'learning' && job.state === 'DONE') {
    for (let tries = 0; tries < 20; tries++) {
      const answer = await fetch(`/stories/${words.story}/painting/stages`, { headers: { Accept: 'application/json' } });
      if (answer.ok && (await answer.json()).painting) break;
      await new Promise((wake) => { setTimeout(wake, 500); });
    }
  }
  setTimeout(() => location.reload(), 900);
}
