// Shows what has changed meanwhile, unless somebody is typing; without it, reload the page.
(() => {
  const isTyping = () => {
    const field = document.activeElement;
    return document.querySelector("section.form") !== null
      || (field !== null && field.matches("input, textarea, select") && field.value !== "");
  };
  const latest = () => document.getElementById("told") || document.getElementById("latest");
  new EventSource("/news").onmessage = () => {
    if (!isTyping()) {
      htmx.ajax("GET", location.pathname, {target: "body", swap: "innerHTML show:none"});
    }
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    const form = document.querySelector("section.form");
    if (form !== null) {
      (form.querySelector("[aria-invalid]") || form.querySelector("input, textarea, select")).focus();
    } else if (event.detail.boosted) {
      const last = latest();
      if (last !== null) {
        last.scrollIntoView({block: "center"});
      }
    }
  });
})();
