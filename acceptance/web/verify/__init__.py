"""The public verification of certificates: no sign-in, no menu."""
