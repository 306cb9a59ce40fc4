"""Discord: interactions in, components out, and a loopback platform to try it all on."""
