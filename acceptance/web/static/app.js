/* What a script may add to pages that work without one. */
(function () {
  "use strict";

  // The summary of what has to be seen to gets the focus, so that it is read first.
  var summary = document.getElementById("errors");
  if (summary) { summary.focus(); }

  // Where tabs and filters scroll sideways, the one that is open is in sight.
  document.querySelectorAll(".ax-tabs [aria-current], .ax-filters [aria-current]").forEach(function (here) {
    var line = here.parentElement;
    if (here.offsetLeft + here.offsetWidth > line.offsetLeft + line.clientWidth) {
      line.scrollLeft = here.offsetLeft - line.offsetLeft - 48;
    }
  });

  // A pressed button keeps its width and cannot be pressed twice.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || event.defaultPrevented) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    var button = event.submitter || form.querySelector("button[type=submit]");
    if (button) {
      button.dataset.word = button.textContent;
      button.style.minWidth = button.offsetWidth + "px";
      button.setAttribute("aria-disabled", "true");
      if (button.classList.contains("btn")) { button.textContent = document.documentElement.dataset.sending; }
    }
  });

  // Coming back by the browser's own button, the form can be sent again.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) { return; }
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("[data-word]").forEach(function (button) {
        button.textContent = button.dataset.word;
        button.removeAttribute("aria-disabled");
      });
    });
  });

  // Passwords can be looked at before they are sent.
  document.querySelectorAll("[data-show-password]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      document.querySelectorAll(button.dataset.showPassword).forEach(function (field) {
        var hidden = field.type === "password";
        field.type = hidden ? "text" : "password";
        button.setAttribute("aria-pressed", String(hidden));
      });
    });
  });
})();
