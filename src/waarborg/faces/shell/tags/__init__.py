"""The tags of the shell by what they are for; ``{% load shell %}`` brings them all."""
