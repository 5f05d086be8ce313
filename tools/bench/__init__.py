"""What the product costs: started by `bin/bench`, told in `docs/performance.md`."""
