// How a book looks to this reader: the size of its words and its light, kept in the browser.
const root = document.documentElement;
const menu = document.querySelector('.reader-menu');

function kept(name) {
  try {
    return localStorage.getItem(`reader-${name}`);
  } catch (forbidden) {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(`reader-${name}`, value);
  } catch (forbidden) {
    // It then lasts as long as this page.
  }
}

function offer(name) {
  const buttons = [...document.querySelectorAll(`[data-set-${name}]`)];
  const value = (button) => button.getAttribute(`data-set-${name}`);
  const choose = (chosen) => {
    root.setAttribute(`data-${name}`, chosen);
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(value(button) === chosen)));
  };
  buttons.forEach((button) => {
    button.closest('fieldset').hidden = false;
    button.addEventListener('click', () => {
      choose(value(button));
      keep(name, value(button));
    });
  });
  // What was never chosen here is as the book came: large for a small child.
  choose(buttons.some((button) => value(button) === kept(name)) ? kept(name) : root.getAttribute(`data-${name}`) ?? '');
}

offer('size');
offer('light');

document.addEventListener('click', (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu.open) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
