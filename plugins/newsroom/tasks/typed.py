"""Running a task with the options that somebody typed; every slip is answered in Vietnamese.

Invoke reads the options. It speaks English, so what it would say of a slip, and its help, is said
here.
"""

import re
from collections.abc import Callable, Iterator
from inspect import Parameter, signature
from typing import Any

from ..domain.message import Message
from .registry import TASKS, Task, stop

_HELP = ("-h", "--help")
_LIST = ("-l", "--list")
_NAMED = re.compile(r"'([^']*)'")
_ARGUMENT = re.compile(r"<Argument: ([\w-]+)")
_SEE_HELP = "Gõ  python3 tasks.py {task} --help  để xem cách dùng."


def collection() -> Any:
    """Our tasks as Invoke wants them. Importing Invoke takes a third of a build without change."""
    from invoke.collection import Collection
    from invoke.tasks import task

    return Collection(*(task(function, **options) for function, options in TASKS.values()))


def run(words: list[str]) -> None:
    """Run what somebody typed behind `tasks.py`, of which the first word is a task or an option."""
    from invoke.program import Program

    from ..commands.command_line import as_options

    asks = [word for word in words if word in _HELP]
    named = next((word for word in words if word in TASKS), None)
    if words[0] in _LIST or (asks and named is None):
        print(all_tasks())
        return
    if asks and named:
        print(help_of(named))
        return
    if words[0].startswith("-"):
        stop(Message("NR-TASK-010", f"Chưa ghi lệnh trước “{words[0]}”.\n{all_tasks()}"), 2)
    typed = as_options(words, TASKS[words[0]][0])
    tasks = collection()
    _refuse_slips(typed, tasks)
    Program(name="tasks.py", namespace=tasks).run(["tasks.py", *typed])


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
    """The options of a task: all but the context that Invoke hands over."""
    yield from list(signature(function).parameters.items())[1:]


def _option(name: str) -> str:
    return name.strip("_").replace("_", "-")


def _with_value(name: str, parameter: Parameter) -> str:
    if isinstance(parameter.default, bool):
        return f"--{_option(name)}"
    return f"--{_option(name)} {'SỐ' if isinstance(parameter.default, int) else '…'}"


def _refuse_slips(words: list[str], tasks: Any) -> None:
    """Let Invoke read the words; stop with our own words where it cannot."""
    from invoke.exceptions import ParseError
    from invoke.parser import Parser

    try:
        Parser(contexts=tasks.to_contexts()).parse_argv(list(words))
    except ParseError as error:
        slip = _slip(words[0], str(error))
        stop(slip.reworded(f"{slip}\n    → {_SEE_HELP.format(task=words[0])}"), 2)
    except ValueError:
        numbers = ", ".join(
            f"--{_option(name)}"
            for name, parameter in _parameters(TASKS[words[0]][0])
            if type(parameter.default) is int
        )
        stop(
            Message(
                "NR-TASK-011",
                f"Sau {numbers} phải là một con số, ví dụ  {numbers.split(',')[0]} 8001 .",
            ),
            2,
        )


def _slip(task: str, english: str) -> Message:
    """The message of Invoke about a slip, in our words."""
    from ..domain.names.register import nearest

    function, _ = TASKS[task]
    known = [f"--{_option(name)}" for name, _ in _parameters(function)]
    typed = next(iter(_NAMED.findall(english)), "")
    if found := _ARGUMENT.search(english):
        option = f"--{found[1]}"
        if "doesn't take" in english:
            return Message(
                "NR-TASK-012",
                f"Tùy chọn {option} của lệnh {task} không có giá trị đi kèm: chỉ ghi {option}.",
            )
        return Message("NR-TASK-013", f"Tùy chọn {option} của lệnh {task} còn thiếu giá trị ở sau.")
    if "required positional" in english:
        missing = " ".join(f"--{name}" for name in _NAMED.findall(english)[1:])
        return Message("NR-TASK-014", f"Lệnh {task} còn thiếu {missing}.")
    if typed.startswith("-"):
        like = nearest(typed, known)
        guess = f" Có phải là {like}?" if like else ""
        return Message("NR-TASK-015", f"Lệnh {task} không có tùy chọn “{typed}”.{guess}")
    return Message("NR-TASK-016", f"Lệnh {task} không hiểu chữ “{typed or english}”.")
