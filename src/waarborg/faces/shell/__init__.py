"""What the three sites share: layout, components, drawings, languages, sign-in, errors and health."""
