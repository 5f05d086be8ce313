"""Whether a certificate stands."""

from enum import StrEnum


class CertificateState(StrEnum):
    """What the public page says of a certificate."""

    IN_FORCE = "in_force"  # 有效
    REVOKED = "revoked"  # 已撤销
    REPLACED = "replaced"  # 已换发
