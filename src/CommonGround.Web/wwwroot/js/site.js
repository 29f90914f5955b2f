// The little that pages cannot say without a script: that something did not reach us, and that it now has.
const toast = document.getElementById('connection');

const say = text => {
  if (!toast) return;
  toast.textContent = text;
  toast.hidden = !text;
};

document.addEventListener('htmx:error', () => say(toast?.dataset.lost));
document.addEventListener('htmx:response:error', event => {
  const status = event.detail?.ctx?.response?.status;
  // 409 and 422 come back with a page that explains itself.
  if (status !== 409 && status !== 422) say(toast?.dataset.refused);
});
document.addEventListener('htmx:after:swap', () => say(''));

// One language menu, one open at a time, closed by Escape as menus are.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector('details.languages[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
