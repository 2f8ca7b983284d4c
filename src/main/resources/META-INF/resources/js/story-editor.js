// Saves titles and scenes a moment after the last key; the same forms work without this file.
document.documentElement.classList.add('scripted');
const PAUSE = 700;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const state = form.querySelector('.save-state');
  let timer = 0;
  let newest = 0;

  const say = (words, bad) => {
    state.textContent = words;
    state.classList.toggle('save-failed', Boolean(bad));
  };

  const save = async (action) => {
    clearTimeout(timer);
    timer = 0;
    const mine = ++newest;
    say(form.dataset.saving);
    try {
      const answer = await fetch(action || form.action, {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-CSRF-TOKEN': document.querySelector('meta[name=csrf]').content },
        body: new URLSearchParams(new FormData(form)),
      });
      const body = await answer.json();
      if (mine !== newest) return;
      if (!answer.ok) return say(body.message || form.dataset.failed, true);
      say(form.dataset.saved);
      if (form.classList.contains('scene-form')) document.querySelector('.undo').hidden = false;
      show(form, body, Boolean(action));
    } catch (unreachable) {
      if (mine === newest) say(form.dataset.failed, true);
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter;
    save(button && button.hasAttribute('formaction') ? button.formAction : undefined);
  });
  form.saveNow = () => (timer ? save() : Promise.resolve());
  window.addEventListener('pagehide', () => {
    if (timer) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
  });
}

function show(form, scene, rewritten) {
  const tokens = form.querySelector('.tokens');
  if (!tokens || scene.tokens === undefined) return;
  if (rewritten) form.elements.prompt.value = scene.prompt;
  const over = scene.tokens > Number(tokens.dataset.limit);
  tokens.querySelector('span').textContent = tokens.dataset.words.replace('USED', scene.tokens);
  tokens.querySelector('strong').hidden = !over;
  tokens.classList.toggle('tokens-over', over);
  form.querySelector('.foreign').hidden = !scene.foreign;
  const dropped = form.querySelector('.dropped');
  dropped.hidden = scene.dropped.length === 0;
  dropped.querySelector('span').textContent = scene.dropped.join(', ');
  fit(form.elements.prompt);
}

function fit(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

for (const area of document.querySelectorAll('form[data-autosave] textarea')) {
  fit(area);
  area.addEventListener('input', () => fit(area));
}

document.getElementById('title').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') event.preventDefault();
});

for (const form of document.querySelectorAll('form[data-sure]')) {
  form.addEventListener('submit', (event) => {
    if (!window.confirm(form.dataset.sure)) event.preventDefault();
  });
}

// A page is cut where the cursor stood in its words.
for (const form of document.querySelectorAll('form[data-split]')) {
  const words = document.getElementById(form.dataset.split);
  words.addEventListener('blur', () => { form.elements.at.value = words.selectionStart; });
}

// What was just typed is saved before pages are cut, joined or put back; else it would arrive behind the change.
for (const form of document.querySelectorAll('.scene-cuts form, .undo')) {
  let sent = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sent) return;
    sent = true;
    await Promise.all([...document.querySelectorAll('form[data-autosave]')].map((one) => one.saveNow()));
    form.submit();
  });
}
