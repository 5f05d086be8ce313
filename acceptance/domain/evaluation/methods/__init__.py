"""The methods of the contract, a module for each family of rules."""
