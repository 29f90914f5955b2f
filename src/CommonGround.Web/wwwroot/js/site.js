// The little that pages cannot say without a script: that something did not reach us, and that it now has.
const toast = document.getElementById('connection');

const say = text => {
  if (!toast) return;
  toast.textContent = text;
  toast.hidden = !text;
};

document.addEventListener('htmx:error', () => say(toast?.dataset.lost));
document.addEventListener('htmx:finally:request', event => {
  const status = event.detail?.ctx?.response?.status;
  if (!status) return;
  // 409 and 422 come back with a page that explains itself.
  say(status < 400 || status === 409 || status === 422 ? '' : status === 404 ? toast?.dataset.closed : toast?.dataset.refused);
});

// Menus close by Escape and by a press elsewhere, as menus do.
const close = menu => { menu.open = false; };
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (!menu) return;
  close(menu);
  menu.querySelector('summary').focus();
});
document.addEventListener('click', event => {
  document.querySelectorAll('details.menu[open]').forEach(menu => { if (!menu.contains(event.target)) close(menu); });
});

// A form that takes its time says so, from the moment it is sent.
document.addEventListener('submit', event => {
  if (!event.defaultPrevented && event.target.querySelector?.('.busy')) event.target.classList.add('htmx-request');
});
addEventListener('pageshow', () => document.querySelectorAll('form.htmx-request').forEach(form => form.classList.remove('htmx-request')));
