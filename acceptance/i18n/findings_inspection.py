"""The sentences of findings about opening and submitting checklists, and about photos."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "inspection_closed": N_("项目现在处于“%(stage)s”，不能开始新的检查。"),
    "reinspection_reason_missing": N_("这一处最近一次检查已经合格；再次检查请写明理由"),
    "template_unknown": N_("没有这份检查表，或者它不用于这一类工程"),
    "submission_id_wanted": N_("提交编号的格式不对，请刷新页面后再提交"),
    "document_wanted": N_("内容不是规定的格式，请按说明重新发送"),
    "document_name_repeated": N_("这一项出现了两次，不知道以哪个为准"),
    "document_field_unknown": N_("没有这个填写栏，请刷新页面后再试"),
    "version_wanted": N_("缺少版本号，请刷新页面后再试"),
    "photo_empty": N_("没有收到照片，请重新选择"),
    "photo_too_large": N_("照片不能超过 12 MB"),
    "photo_kind_unknown": N_("只能上传 JPEG、PNG 或 WebP 照片；看的是内容，不是文件名"),
    "photo_unreadable": N_("照片打不开，可能没有传完整，请重新上传"),
    "photo_too_many_pixels": N_("照片不能超过 5000 万像素"),
    "photo_moves": N_("不能上传动图，请上传静止的照片"),
    "photo_slot_unknown": N_("没有这个照片位置，请刷新页面后再试"),
    "photo_not_announced": N_("检查表已经提交，只接收提交时登记过的照片"),
    "photos_too_many": N_("照片太多：一个位置最多 12 张，一份检查表最多 %(all)s 张"),
}
