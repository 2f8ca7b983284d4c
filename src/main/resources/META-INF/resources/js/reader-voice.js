// Reads the book aloud with a voice of this device and marks the word that is said. Voices that live on the net are left
// alone: they would be told the story.
import { here, turnOn } from './reader.js';

const speech = window.speechSynthesis;
const book = document.querySelector('[data-book]');
const button = document.querySelector('[data-read]');
const note = document.querySelector('.reader-note');
const language = book.dataset.language;
const SIGNS_A_SECOND = 13;
const PAUSE = 900;
let reading = null;

/** Wraps every word of an element, once, and returns its words with the place where each begins. */
function words(element) {
  if (!element.spoken) {
    const text = element.textContent;
    const parts = [...text.matchAll(/\S+|\s+/g)].map(([part]) => part);
    element.replaceChildren();
    element.spoken = [];
    let start = 0;
    for (const part of parts) {
      if (part.trim()) {
        const span = document.createElement('span');
        span.className = 'word';
        span.textContent = part;
        element.append(span);
        element.spoken.push({ span, start });
      } else {
        element.append(part);
      }
      start += part.length;
    }
  }
  return element.spoken;
}

function sentences(text) {
  if (!Intl.Segmenter) return [{ segment: text, index: 0 }];
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
}

async function voice() {
  const find = () => speech.getVoices().filter((one) => one.localService)
    .find((one) => one.lang.toLowerCase().replace('_', '-').split('-')[0] === language);
  if (!speech.getVoices().length) {
    await new Promise((done) => {
      speech.addEventListener('voiceschanged', done, { once: true });
      setTimeout(done, 1500);
    });
  }
  return find();
}

function mark(list, place) {
  const word = list.findLast((one) => one.start <= place);
  list.forEach((one) => one.span.classList.toggle('said', one === word));
  word?.span.scrollIntoView({ block: 'nearest' });
}

const clear = () => document.querySelectorAll('.said').forEach((word) => word.classList.remove('said'));

/** Says one sentence of an element. Where a voice does not tell its words, the marks go on by their length. */
function say(run, element, sentence) {
  return new Promise((done) => {
    const list = words(element);
    const utterance = new SpeechSynthesisUtterance(sentence.segment);
    let guess = null;
    utterance.lang = run.voice.lang;
    utterance.voice = run.voice;
    utterance.rate = 0.92;
    utterance.onstart = () => {
      const began = Date.now();
      guess = setInterval(() => mark(list, sentence.index
        + Math.min(sentence.segment.length - 1, (Date.now() - began) / 1000 * SIGNS_A_SECOND)), 120);
    };
    utterance.onboundary = (event) => {
      if (event.name === 'sentence') return;
      clearInterval(guess);
      mark(list, sentence.index + event.charIndex);
    };
    utterance.onend = utterance.onerror = () => {
      clearInterval(guess);
      done();
    };
    speech.speak(utterance);
  });
}

async function readLeaf(run) {
  const leaf = here();
  for (const element of leaf.querySelectorAll('h1, .text p, h2')) {
    for (const sentence of sentences(element.textContent)) {
      if (reading !== run || here() !== leaf) return;
      if (sentence.segment.trim()) await say(run, element, sentence);
    }
    clear();
  }
  await new Promise((done) => setTimeout(done, PAUSE));
  if (reading === run && here() === leaf && !turnOn()) stop();
}

function stop() {
  reading = null;
  speech.cancel();
  clear();
  button.setAttribute('aria-pressed', 'false');
  button.querySelector('span').textContent = button.dataset.start;
  button.setAttribute('aria-label', button.dataset.start);
}

async function start() {
  const found = await voice();
  if (!found) {
    note.hidden = false;
    setTimeout(() => { note.hidden = true; }, 8000);
    return;
  }
  reading = { voice: found };
  button.setAttribute('aria-pressed', 'true');
  button.querySelector('span').textContent = button.dataset.stop;
  button.setAttribute('aria-label', button.dataset.stop);
  readLeaf(reading);
}

if (speech && window.SpeechSynthesisUtterance) {
  button.hidden = false;
  button.addEventListener('click', () => (reading ? stop() : start()));
  book.addEventListener('turned', () => {
    if (!reading) return;
    reading = { voice: reading.voice };
    speech.cancel();
    clear();
    readLeaf(reading);
  });
  addEventListener('pagehide', () => speech.cancel());
}
