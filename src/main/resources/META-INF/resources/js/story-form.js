// Counts characters while a story is typed, shows the number of pages, and says what happens after the button.
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
pages.addEventListener('input', () => { shown.value = pages.value; });

const form = text.form;
form.addEventListener('submit', () => {
  const button = form.querySelector('button[type=submit]');
  button.textContent = form.dataset.busy;
  button.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
