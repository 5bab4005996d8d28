// A button beside every permalink, which copies a citation: the page's words, the site's name and the lasting address.
(() => {
  "use strict";
  const template = document.querySelector("template[data-copying]");
  if (!template) return;
  const told = document.querySelector("[data-copying-told]");
  const canonical = document.querySelector("link[rel='canonical']");
  const page = (canonical ? canonical.href : location.href).replace(/[?#].*$/, "");
  const site = document.querySelector("meta[name='application-name']").content;
  const SHOWN_FOR = 2500; // milliseconds

  const citation = (permalink) => {
    const { copying, briefing } = template.dataset;
    const parts = { citation: permalink.dataset.citation, briefing, site, address: page + permalink.hash };
    return copying.replace(/\{(citation|briefing|site|address)\}/g, (_, name) => parts[name]);
  };

  // Where the clipboard is out of reach, as on a server without encryption, a selection may still be copied.
  const copySelection = (text) => {
    const area = document.createElement("textarea");
    area.className = "unseen";
    area.value = text;
    document.body.append(area);
    area.focus({ preventScroll: true });
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelection(text);
    }
  };

  const tell = async (button, permalink) => {
    const done = await copy(citation(permalink));
    button.focus({ preventScroll: true });
    button.textContent = done ? button.dataset.copied : button.dataset.failed;
    told.textContent = button.textContent;
    clearTimeout(button.goesBack);
    button.goesBack = setTimeout(() => {
      button.textContent = template.content.firstElementChild.textContent;
      told.textContent = "";
    }, SHOWN_FOR);
  };

  for (const permalink of document.querySelectorAll("a[data-citation]")) {
    const button = template.content.firstElementChild.cloneNode(true);
    button.addEventListener("click", () => tell(button, permalink));
    permalink.after(button);
  }
})();
