"""What is said when something is not possible: what happened, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.i18n.marker import N_


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """The heading, the sentence and the advice of an error page."""

    title: str
    happened: str
    advice: str


WORDS: dict[int, ErrorWords] = {
    400: ErrorWords(
        N_("这个请求看不懂"),
        N_("浏览器发来的内容不完整，或不是从本系统的页面发出的。没有保存任何内容。"),
        N_("请返回上一页，刷新后再试一次。"),
    ),
    401: ErrorWords(
        N_("请先登录"),
        N_("这一页要登录后才能看。"),
        N_("请登录后再试。"),
    ),
    403: ErrorWords(
        N_("您的账号不办理这件事"),
        N_("这一页由别的岗位办理，您的账号没有这项职责。没有改动任何内容。"),
        N_("需要办理时，请找本单位管理员调整岗位，或把事情转给办理人。"),
    ),
    404: ErrorWords(
        N_("没有找到"),
        N_("这个地址没有内容，或内容不在您负责的区域内。"),
        N_("请核对网址，或从菜单重新进入。"),
    ),
    405: ErrorWords(
        N_("这个地址不能这样打开"),
        N_("这个地址只接受页面上的按钮提交，不能直接打开。"),
        N_("请返回页面，使用页面上的按钮。"),
    ),
    409: ErrorWords(
        N_("别人刚刚改过"),
        N_("您打开页面之后，别人保存了新的内容。为免覆盖，您这次的改动没有保存。"),
        N_("请返回上一页，刷新后核对，再提交一次。"),
    ),
    410: ErrorWords(
        N_("链接已失效"),
        N_("这个链接已经用过，或超过了有效时间。"),
        N_("请找本单位管理员要一个新链接。"),
    ),
    413: ErrorWords(
        N_("内容太大"),
        N_("一次提交的内容太大：照片最多 12 MB，表单里的文字最多 1 MB。没有保存任何内容。"),
        N_("请返回上一页，换小一些的照片，或把文字分几次提交。"),
    ),
    415: ErrorWords(
        N_("这种文件不能用"),
        N_("上传的文件类型不在允许的范围内。没有保存任何内容。"),
        N_("请换一种文件。"),
    ),
    422: ErrorWords(
        N_("现在不能办理"),
        N_("还有下面的问题要处理。没有保存任何内容。"),
        N_("请返回上一页处理后再提交。"),
    ),
    429: ErrorWords(
        N_("尝试次数太多"),
        N_("短时间内尝试的次数太多，为了安全暂停一会儿。"),
        N_("请稍后再试。"),
    ),
    500: ErrorWords(
        N_("系统出错了"),
        N_("这是系统的问题，不是您的操作问题。没有完成的改动都没有保存。"),
        N_("请过一会儿再试；仍然不行，请把下面的编号告诉管理员。"),
    ),
    503: ErrorWords(
        N_("系统正忙"),
        N_("现在同时保存的人太多。您这次的改动没有保存。"),
        N_("请过一会儿返回上一页再提交一次。"),
    ),
}


def words_for(status: int) -> ErrorWords:
    """The words of a status; an unusual one is said like its class."""
    return WORDS.get(status) or WORDS[500 if status >= 500 else 400]
