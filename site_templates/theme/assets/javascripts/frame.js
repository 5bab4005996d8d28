// The frame by keyboard: Material's drawer and switch of colours answer to a pointer alone.
(() => {
  "use strict";
  const drawer = document.getElementById("__drawer");
  const button = document.querySelector(".drawer-button");
  const navigation = document.querySelector(".md-sidebar--primary");
  const beside = document.querySelectorAll(".md-content, .md-sidebar--secondary, .md-footer, .masthead");
  const levels = [...document.querySelectorAll(".md-sidebar--primary .md-nav__toggle")];

  /** While the drawer is open nothing beside it is reached, nor a level of it that is not shown. */
  const confine = () => {
    for (const each of beside) each.inert = drawer.checked;
    for (const level of levels) {
      const nested = level.parentElement.querySelector(":scope > nav");
      if (nested) nested.inert = drawer.checked && !level.checked;
    }
    button.setAttribute("aria-expanded", String(drawer.checked));
  };

  if (drawer && button && navigation) {
    drawer.addEventListener("change", confine);
    for (const level of levels) level.addEventListener("change", confine);
    button.addEventListener("click", () => {
      drawer.click();
      if (drawer.checked) [...navigation.querySelectorAll("a")].find((link) => !link.closest("[inert]"))?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      button.focus();
    });
    confine();
    document.querySelector(".md-header label[for='__drawer']").hidden = true;
    button.hidden = false;
  }

  // A section that has a page of its own is named by a label without words; its title stands inside it.
  // The page's own contents may have a section of the same title: which of the two this is stands before it.
  for (const section of document.querySelectorAll(".md-sidebar--primary nav[aria-labelledby]")) {
    const title = section.querySelector(":scope > .md-nav__title");
    if (document.getElementById(section.getAttribute("aria-labelledby"))?.textContent.trim() || !title) continue;
    section.removeAttribute("aria-labelledby");
    const whole = section.closest(".md-nav--primary").getAttribute("aria-label");
    section.setAttribute("aria-label", `${whole}: ${title.textContent.trim()}`);
  }

  // Of the two schemes one is shown at a time; the space bar presses the label that leads to the other.
  for (const option of document.querySelectorAll(".md-header .md-option")) {
    option.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      option.form.querySelector("label:not([hidden])")?.click();
    });
  }
})();
