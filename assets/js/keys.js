// Security keys: the browser asks for the key, and the form carries what it answered.
// A form of this kind is hidden until this browser is known to have what it takes.
const asks = {
  keyMakes: (said) => navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(said.publicKey),
  }),
  keyAsks: (said) => navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(said.publicKey),
  }),
};

function start(form, kind) {
  const says = form.querySelector("[data-key-says]");
  const answer = form.elements.credential;
  const name = form.elements.name;
  answer.value = "";
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (answer.value || (name && !name.value.trim())) return;
    event.preventDefault();
    says.textContent = says.dataset.keyWaits;
    try {
      answer.value = JSON.stringify(await asks[kind](JSON.parse(form.dataset[kind])));
      form.requestSubmit();
    } catch {
      says.textContent = says.dataset.keyFailed;
    }
  });
}

// A key answers for a name, never for an address of figures.
const named = () => !/^[\d.]+$|:/.test(window.location.hostname);

export function startKeys() {
  if (!named() || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  document.querySelectorAll("form[data-key-makes]").forEach((form) => start(form, "keyMakes"));
  document.querySelectorAll("form[data-key-asks]").forEach((form) => start(form, "keyAsks"));
  document.querySelectorAll("[data-key-absent]").forEach((note) => note.remove());
}
