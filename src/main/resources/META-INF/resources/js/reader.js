// Turns the pages of a book: arrow keys, swipes, buttons, full screen. Without this file the book is read by scrolling.
const root = document.documentElement;
const book = document.querySelector('[data-book]');
const leaves = [...book.querySelectorAll('.leaf')];
const turner = document.querySelector('.turner');
const where = turner.querySelector('.where');
const [back, forth] = turner.querySelectorAll('[data-turn]');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let at = 0;
let turning = null;

root.classList.add('turning-pages');
turner.hidden = false;

function fromAddress() {
  const index = leaves.findIndex((leaf) => `#${leaf.id}` === location.hash);
  return index < 0 ? 0 : index;
}

function settle() {
  leaves.forEach((leaf, index) => {
    leaf.classList.toggle('open', index === at);
    leaf.inert = index !== at;
  });
  where.textContent = leaves[at].dataset.name;
  back.disabled = at === 0;
  forth.disabled = at === leaves.length - 1;
  root.classList.toggle('on-board', at === 0 || at === leaves.length - 1);
}

function show(index, remember = true) {
  const next = Math.max(0, Math.min(leaves.length - 1, index));
  if (next === at) return;
  const forward = next > at;
  const from = leaves[at];
  at = next;
  settle();
  turn(from, leaves[at], forward);
  if (remember) history.replaceState(null, '', `#${leaves[at].id}`);
  book.dispatchEvent(new CustomEvent('turned'));
}

/** The leaf that lies open; fires 'turned' on the book when it changes. */
export const here = () => leaves[at];
/** Turns on; false on the last leaf. */
export function turnOn() {
  if (at === leaves.length - 1) return false;
  show(at + 1);
  return true;
}

// Both leaves stand on the table while the paper moves from one to the other; book.css does the moving.
function turn(from, to, forward) {
  if (turning) turning();
  if (calm.matches) return;
  const way = forward ? 'forth' : 'back';
  from.classList.add('from', way);
  to.classList.add('to', way);
  const timer = setTimeout(() => turning(), 850);
  turning = () => {
    clearTimeout(timer);
    from.classList.remove('from', way);
    to.classList.remove('to', way);
    turning = null;
  };
}

turner.addEventListener('click', (event) => {
  const button = event.target.closest('[data-turn]');
  if (button) show(at + Number(button.dataset.turn));
});

book.addEventListener('click', (event) => {
  const link = event.target.closest('[data-next], [data-first]');
  if (!link) return;
  event.preventDefault();
  show(link.hasAttribute('data-next') ? at + 1 : 0);
});

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const onControl = event.target.closest('a, button, summary, input, textarea');
  const keys = {
    ArrowRight: at + 1, ArrowLeft: at - 1, PageDown: at + 1, PageUp: at - 1, Home: 0, End: leaves.length - 1,
  };
  if (event.key === ' ' && !onControl) keys[' '] = at + (event.shiftKey ? -1 : 1);
  if (!(event.key in keys)) return;
  event.preventDefault();
  show(keys[event.key]);
});

let touch = null;
book.addEventListener('touchstart', (event) => {
  touch = event.touches.length === 1 ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
}, { passive: true });
book.addEventListener('touchend', (event) => {
  if (!touch) return;
  const dx = event.changedTouches[0].clientX - touch.x;
  const dy = event.changedTouches[0].clientY - touch.y;
  touch = null;
  if (Math.abs(dx) > 40 && Math.abs(dx) > 1.5 * Math.abs(dy)) show(at + (dx < 0 ? 1 : -1));
}, { passive: true });

const full = document.querySelector('[data-full-screen]');
if (document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener('click', () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  });
}

// The next picture is fetched while this page is read.
const pictures = leaves.map((leaf) => leaf.querySelector('img')).filter(Boolean);
pictures.forEach((picture) => { picture.decoding = 'async'; });

window.addEventListener('hashchange', () => show(fromAddress(), false));
at = fromAddress();
settle();
book.focus({ preventScroll: true });
