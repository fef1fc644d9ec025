/* The full page's address: the only script that reads or writes a URL. What the address says goes into the element's
   attributes; where the visitor stands goes back into the address, without new history entries. */

const element = document.querySelector('exosome-explainer');
const query = new URLSearchParams(location.search);
for (const name of ['scene', 'step', 'scenes', 'lang', 'mode', 'profile', 'theme']) {
  const value = query.get(name);
  if (value !== null) element.setAttribute(name, value);
}

function keep() {
  const address = new URL(location.href);
  address.searchParams.set('scene', element.currentScene);
  address.searchParams.set('step', element.currentStep);
  history.replaceState(history.state, '', address);
}
element.addEventListener('scenechange', keep);
element.addEventListener('stepchange', keep);

/* What the page's owner still has to write. */
const panel = document.querySelector('#owner');
const lines = async () => {
  const { disclosures } = await element.audit();
  panel.querySelector('ul').replaceChildren(...disclosures.missing.map(({ request }) => {
    const line = document.createElement('li');
    line.textContent = request;
    return line;
  }));
  panel.hidden = !disclosures.missing.length;
};
element.addEventListener('ready', () => lines().catch((error) => console.warn(error)));
