/* Photos go by themselves as soon as they are chosen; the sheet says which ones belong to it, so
   that it can be submitted before they have arrived. */
(function () {
  "use strict";
  var sheet = document.getElementById("sheet"), words = JSON.parse(document.getElementById("photos").dataset.words);
  // What the server has read and refused can never arrive; anything else may be sent again.
  var REFUSED = [413, 415, 422], SIGNED_OUT = [400, 401], announced = new WeakMap();

  // The field that says so, when its digest is known.
  function announce(slot, file) {
    if (!sheet || !window.crypto || !crypto.subtle) { return Promise.resolve(null); }
    return new Response(file).arrayBuffer().then(function (content) { return crypto.subtle.digest("SHA-256", content); }).then(function (hash) {
      var digest = Array.prototype.map.call(new Uint8Array(hash), function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
      var said = slot + " " + digest, known = sheet.querySelectorAll("input[name=photo]");
      var field = Array.prototype.find.call(known, function (each) { return each.value === said; });
      if (field) { return field; }
      field = document.createElement("input");
      field.type = "hidden"; field.name = "photo"; field.value = said;
      return sheet.appendChild(field);
    });
  }
  // The field for the file is emptied: it would not notice that the same file is chosen once more.
  function withdraw(form) {
    var waiting = announced.get(form);
    form.elements.photo.value = "";
    if (waiting) { waiting.then(function (field) { if (field) { field.remove(); } }); }
  }
  function show(form, state, text) {
    var line = form.parentNode.querySelector(".ck-p") || form.insertBefore(document.createElement("p"), form.firstChild);
    line.className = "ck-p ax-ink-" + state;
    line.textContent = text;
  }
  function send(form) {
    var request = new XMLHttpRequest(), button = form.querySelector("button");
    button.hidden = true;
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", function (event) {
      show(form, "none", words.uploading + " " + Math.floor(event.loaded * 100 / event.total) + " %");
    });
    request.addEventListener("load", function () {
      if (request.status === 200) { arrived(form, JSON.parse(request.responseText)); return; }
      if (REFUSED.indexOf(request.status) >= 0) { withdraw(form); }
      failed(form, why(request));
    });
    request.addEventListener("error", function () { failed(form, ""); });
    request.send(new FormData(form));
  }
  function why(request) {
    var answer = {};
    if (SIGNED_OUT.indexOf(request.status) >= 0) { return words.signedout; }
    try { answer = JSON.parse(request.responseText); } catch (page) { /* no JSON: a page */ }
    return (answer.reasons || []).map(function (reason) { return reason.sentence; }).join("；") || answer.detail || "";
  }
  function arrived(form, answer) {
    var picture = document.createElement("img");
    picture.src = answer.photo; picture.height = 90; picture.alt = "";
    form.parentNode.insertBefore(picture, form);
    show(form, "pass", words.sent);
    form.reset();
  }
  function failed(form, reason) {
    show(form, "fail", reason || words.unsent);
    form.querySelector("button").hidden = false;
    delete form.dataset.sent;
  }

  document.querySelectorAll("form.ck-photo").forEach(function (form) {
    var file = form.querySelector("input[type=file]");
    file.addEventListener("change", function () {
      if (!file.files[0]) { return; }
      announced.set(form, announce(form.elements.slot.value, file.files[0]));
      send(form);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); send(form); });
  });
})();
