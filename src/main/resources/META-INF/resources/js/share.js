// Copies a new link; where the browser forbids it, selects the text so that the person can.
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener('focus', () => field.select());
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch (refused) {
      if (!document.execCommand('copy')) return;
    }
    button.textContent = button.dataset.copied;
  });
}
