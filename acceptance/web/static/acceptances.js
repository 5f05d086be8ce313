/* The button that ends an acceptance repeats the choice; without a script it says what it does. */
(function () {
  "use strict";
  var button = document.getElementById("conclude");
  if (!button) { return; }
  var word = button.textContent;
  function repeat() {
    var chosen = document.querySelector("input[name=result]:checked");
    if (!chosen) { return; }
    var result = chosen.parentNode.querySelector("strong").textContent;
    button.textContent = word + " · " + button.dataset.prefix + " " + result;
  }
  document.querySelectorAll("input[name=result]").forEach(function (radio) {
    radio.addEventListener("change", repeat);
  });
  repeat();
})();
