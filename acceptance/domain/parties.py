"""The parties of a construction project and what each is in it."""

from enum import StrEnum


class PartyRole(StrEnum):
    """The role of an organisation in a project."""

    OWNER = "owner"  # 建设单位
    SURVEYOR = "surveyor"  # 勘察单位
    DESIGNER = "designer"  # 设计单位
    CONTRACTOR = "contractor"  # 施工单位
    SUPERVISOR = "supervisor"  # 监理单位
    TESTER = "tester"  # 检测单位
    QUALITY_STATION = "quality_station"  # 质量监督机构
    OPERATOR = "operator"  # 运行管理单位
    BUREAU = "bureau"  # 主管部门


PROJECT_PARTIES = (
    PartyRole.OWNER,
    PartyRole.SURVEYOR,
    PartyRole.DESIGNER,
    PartyRole.CONTRACTOR,
    PartyRole.SUPERVISOR,
    PartyRole.TESTER,
    PartyRole.QUALITY_STATION,
)
