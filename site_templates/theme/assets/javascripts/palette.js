// The colours that the reader chose last, set before the page is painted.
(() => {
  "use strict";
  const palette = window.__md_get("__palette");
  if (!palette || !palette.color) return;
  let color = palette.color;
  if (color.media === "(prefers-color-scheme)") {
    const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${system})"]`);
    if (option) {
      const of = (part) => option.getAttribute(`data-md-color-${part}`);
      color = { media: of("media"), scheme: of("scheme"), primary: of("primary"), accent: of("accent") };
    }
  }
  for (const part of ["media", "scheme", "primary", "accent"]) {
    if (typeof color[part] === "string") document.body.setAttribute(`data-md-color-${part}`, color[part]);
  }
})();
