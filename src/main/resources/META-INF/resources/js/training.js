// Follows the learning of a character: what it does, how far it is, the curve, and the sample pictures.
import { JobSocket } from '/js/job-socket.js';
import { LossCurve } from '/js/loss-curve.js';
import { toast } from '/js/shell.js';

const page = document.getElementById('training');
const words = page.dataset;
const phase = document.getElementById('phase');
const bar = document.getElementById('bar');
const step = document.getElementById('step');
const eta = document.getElementById('eta');
const samples = document.getElementById('samples');
const likeness = document.getElementById('likeness');
const curve = new LossCurve(document.getElementById('curve'), JSON.parse(words.curve));
const phases = { class_images: words.classImages, photos: words.photos, prompts: words.preparing, learning: words.learning };
const number = new Intl.NumberFormat(document.documentElement.lang);
const over = ['DONE', 'FAILED', 'CANCELLED'];
let told = false;

if (!over.includes(words.state)) {
  new JobSocket(words.job, {
    last: Number(words.last),
    snapshot: show,
    loss: ({ first, values }) => curve.add(first, values),
    sample: addSample,
    likeness: addLikeness,
    connection: (open) => {
      if (!open && !told) toast(words.offline, 'bad');
      told = !open;
    },
  });
}

function show(job) {
  if (over.includes(job.state)) {
    location.reload();
    return;
  }
  const doing = job.detail?.phase;
  setText(phase, job.cancelling ? words.cancelling : job.state === 'QUEUED' ? words.queued : phases[doing] ?? words.preparing);
  if (doing && doing !== 'learning') {
    bar.value = 100 * job.detail.fraction;
    step.textContent = '';
  } else if (job.steps > 0) {
    bar.value = 100 * job.step / job.steps;
    step.textContent = words.stepOf.replace('STEPS', number.format(job.steps)).replace('STEP', number.format(job.step));
  }
  eta.textContent = job.secondsLeft == null || doing !== 'learning' ? ''
    : job.secondsLeft < 60 ? words.seconds : words.minutes.replace('MINUTES', number.format(Math.ceil(job.secondsLeft / 60)));
}

/** Screen readers speak the phase; they shall hear it once. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function addSample(sample) {
  document.getElementById('no-samples').hidden = true;
  samples.querySelector(`li[data-step="${sample.step}"]`)?.remove();
  const text = words.sampleStep.replace('STEP', number.format(sample.step));
  const item = document.createElement('li');
  item.dataset.step = sample.step;
  const figure = document.createElement('figure');
  const image = new Image(160, 160);
  image.src = sample.url;
  image.alt = text;
  const caption = document.createElement('figcaption');
  caption.textContent = text;
  figure.append(image, caption);
  item.append(figure);
  samples.append(item);
}

/** A step that is told again after a restart replaces the earlier one. */
function addLikeness({ step: done, nearer }) {
  document.getElementById('no-likeness').hidden = true;
  likeness.querySelector(`li[data-step="${done}"]`)?.remove();
  const item = document.createElement('li');
  item.dataset.step = done;
  const label = document.createElement('span');
  label.textContent = words.sampleStep.replace('STEP', number.format(done));
  const meter = document.createElement('meter');
  meter.max = 50;
  meter.value = nearer;
  meter.ariaHidden = 'true';
  const told = document.createElement('strong');
  told.textContent = words.nearer.replace('PERCENT', number.format(nearer));
  item.append(label, meter, told);
  likeness.append(item);
}
