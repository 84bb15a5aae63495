"""What the faces share: layout, components, languages, health and sign-in."""
