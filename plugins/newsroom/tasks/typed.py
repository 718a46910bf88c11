"""The one reader of the command line: the words behind `tasks.py`, to a task and its options.

argparse reads; it speaks English and stops at the first slip, so what it would say of one, and its
help, is said here in Vietnamese.
"""

from argparse import Action, ArgumentError, ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from inspect import Parameter, signature
from typing import Any

from ..domain.message import Message
from .registry import TASKS, Task, stop

_HELP = ("-h", "--help")
_LIST = ("-l", "--list")
# The option of a task to which words belong that stand by themselves: files, an edition.
_BARE = ("path", "edition")
_SEE_HELP = "Gõ  python3 tasks.py {task} --help  để xem cách dùng."


def run(words: Sequence[str]) -> None:
    """Run what somebody typed behind `tasks.py`, of which the first word is a task or an option."""
    asks = [word for word in words if word in _HELP]
    named = next((word for word in words if word in TASKS), None)
    if words[0] in _LIST or (asks and named is None):
        print(all_tasks())
    elif asks and named:
        print(help_of(named))
    elif words[0].startswith("-"):
        stop(Message("NR-TASK-010", f"Chưa ghi lệnh trước “{words[0]}”.\n{all_tasks()}"), 2)
    else:
        task, *rest = words
        try:
            options = options_of(task, rest)
        except _Slip as slip:
            message = slip.message
            stop(message.reworded(f"{message}\n    → {_SEE_HELP.format(task=task)}"), 2)
        TASKS[task][0](**options)


class _Slip(Exception):
    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def options_of(task: str, words: Sequence[str]) -> dict[str, Any]:
    """The arguments of the task's function. Raises an error that says what was typed wrongly."""
    function, declared = TASKS[task]
    several = declared.get("iterable", ())
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for name, parameter in _parameters(function):
        option = f"--{_option(name)}"
        if isinstance(parameter.default, bool):
            parser.add_argument(option, dest=name, action="store_true")
        elif name in several:
            parser.add_argument(option, dest=name, action="append", default=[])
        else:
            parser.add_argument(option, dest=name, default=parameter.default)
    # Behind -- stand files, whatever they begin with.
    end = words.index("--") if "--" in words else len(words)
    try:
        found, rest = parser.parse_known_args(words[:end])
    except ArgumentError as error:
        raise _Slip(_misused(task, parser, error)) from None
    options = vars(found)
    bare = next((name for name in _BARE if name in several), None)
    named = [*rest, *words[end + 1 :]]
    if wrong := [word for word in rest if word.startswith("-")] or (named if bare is None else []):
        raise _Slip(_unknown(task, wrong[0]))
    if bare:
        options[bare] += named
    for name, parameter in _parameters(function):
        if options[name] is Parameter.empty:
            raise _Slip(Message("NR-TASK-014", f"Lệnh {task} còn thiếu --{_option(name)}."))
        if type(parameter.default) is int:
            options[name] = _number(name, options[name])
    return options


def _number(name: str, typed: Any) -> int:
    try:
        return int(typed)
    except ValueError:
        option = f"--{_option(name)}"
        raise _Slip(
            Message("NR-TASK-011", f"Sau {option} phải là một con số, ví dụ  {option} 8001 .")
        ) from None


def all_tasks() -> str:
    """Every task with its purpose."""
    width = max(map(len, TASKS))
    lines = (f"  {name:<{width}}  {_purpose(TASKS[name][0])}" for name in sorted(TASKS))
    return "\n".join(
        [
            "Cách dùng:  python3 tasks.py LỆNH [tùy chọn]   (Windows:  py tasks.py LỆNH)",
            "",
            *lines,
            "",
            _SEE_HELP.format(task="LỆNH"),
        ]
    )


def help_of(task: str) -> str:
    """The purpose of a task and its options."""
    function, options = TASKS[task]
    explained = options.get("help", {})
    shown = [
        (_with_value(name, parameter), explained.get(_option(name), ""))
        for name, parameter in _parameters(function)
    ]
    width = max((len(option) for option, _ in shown), default=0)
    lines = [f"  {option:<{width}}  {words}".rstrip() for option, words in shown]
    use = f"Cách dùng:  python3 tasks.py {task}" + (" [tùy chọn]" if shown else "")
    return "\n".join([use, "", _purpose(function), *([""] if lines else []), *lines])


def _purpose(function: Task) -> str:
    return (function.__doc__ or "").strip().split("\n")[0]


def _parameters(function: Callable[..., Any]) -> Iterator[tuple[str, Parameter]]:
    """The options of a task."""
    yield from signature(function).parameters.items()


def _option(name: str) -> str:
    return name.strip("_").replace("_", "-")


def _with_value(name: str, parameter: Parameter) -> str:
    if isinstance(parameter.default, bool):
        return f"--{_option(name)}"
    return f"--{_option(name)} {'SỐ' if isinstance(parameter.default, int) else '…'}"


def _misused(task: str, parser: ArgumentParser, error: ArgumentError) -> Message:
    """A switch with a value, or an option without one."""
    option = str(error.argument_name)
    action: Action = parser._option_string_actions[option]
    if action.nargs == 0:
        return Message(
            "NR-TASK-012",
            f"Tùy chọn {option} của lệnh {task} không có giá trị đi kèm: chỉ ghi {option}.",
        )
    return Message("NR-TASK-013", f"Tùy chọn {option} của lệnh {task} còn thiếu giá trị ở sau.")


def _unknown(task: str, typed: str) -> Message:
    from ..domain.names.register import nearest

    if not typed.startswith("-"):
        return Message("NR-TASK-016", f"Lệnh {task} không hiểu chữ “{typed}”.")
    option = typed.partition("=")[0]
    like = nearest(option, [f"--{_option(name)}" for name, _ in _parameters(TASKS[task][0])])
    guess = f" Có phải là {like}?" if like else ""
    return Message("NR-TASK-015", f"Lệnh {task} không có tùy chọn “{option}”.{guess}")
