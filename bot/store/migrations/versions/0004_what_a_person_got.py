"""What a person has been written is found without reading what all others were."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_index("ix_delivery_lane", "delivery", ["lane_id", "due"])
