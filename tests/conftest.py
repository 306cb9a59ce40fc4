"""What every test may ask for; each plugin is one file and says so itself."""

from hypothesis import settings

pytest_plugins = [
    "tests.plugins.network",
    "tests.plugins.postgres",
    "tests.plugins.databases",
    "tests.plugins.must_hold",
    "tests.plugins.room",
]

# A busy machine is no fault of the code; what has to be fast is measured by tests of its own.
settings.register_profile("convenor", deadline=None)
settings.load_profile("convenor")
