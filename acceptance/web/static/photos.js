/* Photos go by themselves as soon as they are chosen; the sheet says which ones belong to it, so
   that it can be submitted before they have arrived. */
(function () {
  "use strict";
  var sheet = document.getElementById("sheet"), words = JSON.parse(document.getElementById("photos").dataset.words);

  function announce(slot, file) {
    if (!sheet || !window.crypto || !crypto.subtle) { return; }
    new Response(file).arrayBuffer().then(function (content) { return crypto.subtle.digest("SHA-256", content); }).then(function (hash) {
      var digest = Array.prototype.map.call(new Uint8Array(hash), function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
      var said = slot + " " + digest, known = sheet.querySelectorAll("input[name=photo]");
      if (Array.prototype.some.call(known, function (field) { return field.value === said; })) { return; }
      var field = document.createElement("input");
      field.type = "hidden"; field.name = "photo"; field.value = said;
      sheet.appendChild(field);
    });
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
      var reasons = [];
      try { reasons = JSON.parse(request.responseText).reasons || []; } catch (page) { /* no JSON: a page */ }
      failed(form, reasons.map(function (reason) { return reason.sentence; }).join("；"));
    });
    request.addEventListener("error", function () { failed(form, ""); });
    request.send(new FormData(form));
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
      announce(form.elements.slot.value, file.files[0]);
      send(form);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); send(form); });
  });
})();
