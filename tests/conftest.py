"""What every test may ask for; each plugin is one file and says so itself."""

pytest_plugins = [
    "tests.plugins.network",
    "tests.plugins.postgres",
    "tests.plugins.databases",
    "tests.plugins.must_hold",
]
