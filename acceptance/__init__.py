"""The acceptance system of a county construction bureau (一次验收合格)."""
