/* The sheet has been received: what was kept on this phone for it is no longer needed. */
(function () {
  "use strict";
  var received = document.querySelector("[data-forget]");
  try { localStorage.removeItem(received.dataset.forget); } catch (off) { /* nothing was kept */ }
})();
