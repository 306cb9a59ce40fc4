"""Who goes well with whom: people in, groups out. Pure: no database, no clock, chance by a seed."""
