/* What a script adds to the sheet: nothing typed is lost, and drafts go by themselves. */
(function () {
  "use strict";
  var form = document.getElementById("sheet");
  if (!form) { return; }
  var words = JSON.parse(form.dataset.words), key = form.dataset.key;
  var sync = document.getElementById("sync"), saved = document.getElementById("saved");
  var CARRIED = ["version", "base", "submission_id"], PAUSE = 15000;
  var dirty = false, busy = false, halted = false, timer = 0;

  function say(word, off) {
    sync.hidden = false;
    sync.textContent = words[word];
    sync.classList.toggle("off", Boolean(off));
  }
  function control(name) { return form.elements.namedItem(name); }
  function fields() {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && field.type !== "hidden" && field.type !== "submit";
    });
  }
  function typed() {
    var values = {};
    fields().forEach(function (field) {
      var isChoice = field.type === "radio" || field.type === "checkbox";
      if (isChoice ? field.checked : field.value) { values[field.name] = field.value; }
    });
    return values;
  }

  // On this phone: kept at every change, under the version it was begun from.
  function keep() {
    var copy = { values: typed(), at: Date.now() };
    CARRIED.forEach(function (name) { copy[name] = control(name).value; });
    try { localStorage.setItem(key, JSON.stringify(copy)); } catch (full) { return; }
    saved.textContent = new Date().toTimeString().slice(0, 5) + " " + words.kept;
  }
  function forget() { try { localStorage.removeItem(key); } catch (off) { /* nothing was kept */ } }
  function restore() {
    var copy;
    try { copy = JSON.parse(localStorage.getItem(key)); } catch (broken) { return; }
    if (!copy || form.hasAttribute("data-saved")) { forget(); return; }
    var here = typed(), names = Object.keys(copy.values).concat(Object.keys(here));
    if (!names.some(function (name) { return copy.values[name] !== here[name]; })) { return; }
    Object.keys(copy.values).forEach(addRowFor);
    fields().forEach(function (field) {
      var value = copy.values[field.name] || "";
      if (field.type === "radio" || field.type === "checkbox") { field.checked = field.name in copy.values && field.value === value; }
      else { field.value = value; }
    });
    // The old version goes with the old values: the server then asks about what changed meanwhile.
    CARRIED.forEach(function (name) { control(name).value = copy[name]; });
    dirty = true;
    say("restored", true);
  }

  // To the server: a while after the last change, and as soon as there is a network again.
  function send() {
    if (!dirty || busy || halted) { return; }
    if (navigator.onLine === false) { say("offline", true); return; }
    var body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { body.append(name, value); });
    busy = true; dirty = false;
    say("sending");
    fetch(form.dataset.save, { method: "POST", body: body, headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (answer) {
        busy = false;
        if (!answer.ok) { refused(answer.status); return null; }
        return answer.json();
      })
      .then(function (answer) {
        if (!answer) { return; }
        control("version").value = answer.version;
        control("base").value = answer.base;
        saved.textContent = new Date().toTimeString().slice(0, 5) + " " + words.sent;
        if (dirty) { keep(); } else { forget(); say("online"); }
      })
      .catch(function () { busy = false; dirty = true; say("offline", true); later(); });
  }
  function refused(status) {
    dirty = true;
    halted = status === 409 || status === 422 || status === 404;
    say(status === 409 ? "stale" : status === 422 ? "problem" : status === 401 || status === 400 ? "signedout" : "offline", true);
    if (!halted) { later(); }
  }
  function later() { clearTimeout(timer); timer = setTimeout(send, PAUSE); }
  function changed() { dirty = true; halted = false; keep(); later(); }

  // Rows for more points, made from the last one of the item.
  function addRow(list) {
    var rows = list.querySelectorAll(".ck-v > p:not(.ck-e), .ck-g"), row = rows[rows.length - 1].cloneNode(true), number = rows.length;
    row.innerHTML = row.innerHTML.replace(/\.values\.\d+/g, ".values." + number);
    row.querySelectorAll("input").forEach(function (field) { field.value = ""; field.removeAttribute("aria-invalid"); });
    row.querySelectorAll("select").forEach(function (field) { field.selectedIndex = 0; });
    row.querySelectorAll(".ck-e").forEach(function (said) { said.remove(); });
    if (row.querySelector(".ck-gn")) { row.querySelector(".ck-gn").textContent = number + 1; }
    list.appendChild(row);
    form.dispatchEvent(new Event("rows"));
    return row;
  }
  function addRowFor(name) {
    var parts = name.split(".values."), list = parts[1] && document.getElementById(parts[0] + ".values");
    while (list && !control(parts[0] + ".values." + parseInt(parts[1], 10))) { addRow(list.querySelector(".ck-v")); }
  }

  form.addEventListener("input", function () { dirty = true; keep(); });
  form.addEventListener("change", function (event) {
    var field = event.target;
    changed();
    if (/^no/.test(field.value) && /\.answer$/.test(field.name)) { field.closest(".ck").querySelector("details").open = true; }
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") { return; }
    event.preventDefault();
    var inputs = Array.prototype.slice.call(form.querySelectorAll("input[inputmode]")), next = inputs[inputs.indexOf(event.target) + 1];
    if (next) { next.focus(); }
  });
  form.addEventListener("click", function (event) {
    if (!event.target.classList.contains("ck-more")) { return; }
    event.preventDefault();
    // As many points at once as the page adds without a script; of the groups of a lot one.
    var list = event.target.closest(".ck").querySelector(".ck-v"), first = addRow(list), more = first.classList.contains("ck-g") ? 0 : 4;
    while (more > 0) { addRow(list); more -= 1; }
    first.querySelector("input").focus();
  });
  form.addEventListener("submit", function () { clearTimeout(timer); halted = true; keep(); });
  window.addEventListener("online", function () { halted = false; send(); });
  window.addEventListener("offline", say.bind(null, "offline", true));
  document.addEventListener("visibilitychange", function () { if (document.hidden) { send(); } });

  restore();
  if (dirty) { later(); }
})();
