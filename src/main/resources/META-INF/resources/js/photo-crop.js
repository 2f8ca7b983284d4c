// Lets the square over a photo be moved and sized with a pointer or with keys; the number fields say the same and work alone.
const form = document.getElementById('crop');
const frame = document.getElementById('frame');
const photo = form.querySelector('.crop-photo');
const width = Number(form.dataset.width);
const height = Number(form.dataset.height);
const smallest = Number(form.dataset.smallest);
const fields = ['left', 'top', 'side'].map((name) => form.elements[name]);

frame.hidden = false;
document.getElementById('crop-keys').hidden = false;
show();

function square() {
  return fields.map((field) => Number(field.value) || 0);
}

/** Writes the square into the fields, kept within the photo. */
function set(left, top, side) {
  const size = between(side, smallest, Math.min(width, height));
  fields[0].value = between(left, 0, width - size);
  fields[1].value = between(top, 0, height - size);
  fields[2].value = size;
  show();
}

function show() {
  const [left, top, side] = square();
  frame.style.left = `${(100 * left) / width}%`;
  frame.style.top = `${(100 * top) / height}%`;
  frame.style.width = `${(100 * side) / width}%`;
}

function between(value, least, most) {
  return Math.round(Math.max(least, Math.min(most, value)));
}

for (const field of fields) {
  field.addEventListener('input', show);
  field.addEventListener('change', () => set(...square()));
}

let grip = null;
frame.addEventListener('pointerdown', (event) => {
  grip = { x: event.clientX, y: event.clientY, at: square(), sizes: event.target.classList.contains('crop-corner') };
  frame.setPointerCapture(event.pointerId);
});
frame.addEventListener('pointermove', (event) => {
  if (!grip) return;
  const scale = width / photo.clientWidth;
  const right = (event.clientX - grip.x) * scale;
  const down = (event.clientY - grip.y) * scale;
  const [left, top, side] = grip.at;
  if (grip.sizes) set(left, top, Math.min(side + Math.max(right, down), width - left, height - top));
  else set(left + right, top + down, side);
});
for (const end of ['pointerup', 'pointercancel']) frame.addEventListener(end, () => { grip = null; });

const moves = { ArrowLeft: [-1, 0, 0], ArrowRight: [1, 0, 0], ArrowUp: [0, -1, 0], ArrowDown: [0, 1, 0],
  '+': [-0.5, -0.5, 1], '=': [-0.5, -0.5, 1], '-': [0.5, 0.5, -1] };
frame.addEventListener('keydown', (event) => {
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const pace = event.shiftKey && event.key !== '+' ? 1 : Math.max(2, Math.round(Math.min(width, height) / 50));
  set(...square().map((value, index) => value + pace * move[index]));
});
