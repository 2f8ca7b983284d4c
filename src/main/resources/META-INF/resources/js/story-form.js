// Counts characters while a story is typed, shows the number of pages and suggests one for the listener's age, keeps to the number of characters, and says what happens after the button.
const text = document.getElementById('text');
const count = document.getElementById('text-count');
const limit = Number(text.dataset.limit);
const format = new Intl.NumberFormat(document.documentElement.lang);

function recount() {
  const used = [...text.value].length;
  count.textContent = count.dataset.words.replace('USED', format.format(used)).replace('LIMIT', format.format(limit));
  count.classList.toggle('count-over', used > limit);
  text.setAttribute('aria-invalid', String(used > limit));
}

text.addEventListener('input', recount);
recount();

const pages = document.getElementById('pages');
const shown = document.getElementById('pages-out');
// A form that came back with a fault has the number that was sent.
let chosen = document.getElementById('problem') !== null;
pages.addEventListener('input', () => {
  chosen = true;
  shown.value = pages.value;
});

function suggest() {
  const letters = Number(document.querySelector('input[name=age]:checked')?.dataset.letters);
  if (!chosen) {
    pages.value = letters ? Math.ceil([...text.value.trim()].length / letters) : pages.defaultValue;
    shown.value = pages.value;
  }
}
text.addEventListener('input', suggest);
document.querySelectorAll('input[name=age]').forEach((age) => age.addEventListener('change', suggest));

// A story has room for so many of the writer's characters; the server says so too.
const heroes = document.querySelector('.heroes');
function fill() {
  const full = heroes.querySelectorAll(':checked').length >= Number(heroes.dataset.most);
  for (const box of heroes.querySelectorAll('input')) box.disabled = full && !box.checked;
}
heroes?.addEventListener('change', fill);
if (heroes) fill();

const form = text.form;
form.addEventListener('submit', () => {
  const button = form.querySelector('button[type=submit]');
  button.textContent = form.dataset.busy;
  button.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
