// Passkeys are asked of the browser by a script; all else about them is forms. Where a browser has none, nothing of this is shown.
const supported = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;

const ask = async form => {
  const answer = await fetch(form.dataset.ask, { method: 'POST', body: new FormData(form) });
  if (!answer.ok) throw new DOMException('', 'NotSupportedError');
  return answer.json();
};

const fromBrowser = async (form, options) => form.dataset.passkey === 'create'
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

const begin = async event => {
  const form = event.currentTarget;
  event.preventDefault();
  const status = form.querySelector('[role=status]');
  const button = form.querySelector('button');
  status.textContent = '';
  button.disabled = true;
  try {
    const credential = await fromBrowser(form, await ask(form));
    form.elements.answer.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    // Put away, or it took too long: the person may try again, or take another way.
    status.textContent = error.name === 'NotAllowedError' || error.name === 'AbortError' ? status.dataset.notNow : status.dataset.refused;
    button.disabled = false;
  }
};

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  form.addEventListener('submit', begin);
  form.closest('[hidden]')?.removeAttribute('hidden');
  document.querySelector('[data-without-passkeys]')?.setAttribute('hidden', '');
}
