"""``dataclass`` as the standard library means it, made when it is used: a start makes hundreds of classes.

The standard one writes and compiles six functions for each class, a millisecond of every start for each.
A frozen class from here shares what can be shared, and its ``__init__`` is compiled when the first
instance is made. ``fields``, ``replace`` and ``asdict`` work as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from threading import RLock
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_TELLING = RLock()

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, kw_only: bool = False) -> Callable[[type], type]:
        """A class decorator. Only for frozen classes: that is what shares its parts."""
        if not frozen:
            raise TypeError("dataclasses.dataclass makes those that change")
        return lambda made: _make(made, kw_only)


def _make(made: type, kw_only: bool) -> type:
    if any(_is_standard(each) for each in made.__mro__[1:]):
        # The standard library's own frozen classes have no heirs of another make.
        return dataclasses.dataclass(frozen=True, kw_only=kw_only)(made)
    own = vars(made)
    if "__doc__" not in own or own["__doc__"] is None:
        # Else one is made up from the signature, which needs the ``__init__`` that is not there yet.
        made.__doc__ = made.__name__
    forebears = [each for each in made.__mro__[1:] if "_values_of" in vars(each)]
    # A thread that loads a module meanwhile must not find the forebears as they are told here.
    with _TELLING:
        _say_frozen(forebears, False)
        try:
            dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(made)
        finally:
            _say_frozen([made, *forebears], True)
    parts = {"__setattr__": _refuse_set, "__delattr__": _refuse_delete, "__repr__": _repr, "__eq__": _eq}
    for name, part in parts.items():
        if name not in own:
            setattr(made, name, part)
    # Python sets it to None where a class says what is equal.
    if own.get("__hash__") is None:
        made.__hash__ = _hash  # type: ignore[assignment]
    made.__init__ = _first_init(made)  # type: ignore[misc]
    made._values_of = _first_values(made)  # type: ignore[attr-defined]
    return made


def _say_frozen(kinds: list[type], frozen: bool) -> None:
    """What the standard library asks of a class's forebears. It would freeze with functions of its own."""
    for each in kinds:
        each.__dataclass_params__.frozen = frozen  # type: ignore[attr-defined]


def _is_standard(kind: type) -> bool:
    return "__dataclass_params__" in vars(kind) and "_values_of" not in vars(kind)


# What all share


def _refuse_set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _repr(self: Any) -> str:
    told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({told})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = self.__class__._values_of
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash(self.__class__._values_of(self))


# What each has for itself, made when it is first asked for


def _first_values(made: type) -> staticmethod[[Any], Any]:
    def values_of(record: Any) -> Any:
        names = [each.name for each in fields(made) if each.compare]
        get = attrgetter(*names) if names else lambda record: ()
        made._values_of = staticmethod(get)  # type: ignore[attr-defined]
        return get(record)

    return staticmethod(values_of)


def _first_init(made: type) -> Callable[..., None]:
    def init(self: Any, *values: Any, **named: Any) -> None:
        compiled = _compiled_init(made)
        made.__init__ = compiled  # type: ignore[misc]
        compiled(self, *values, **named)

    return init


def _compiled_init(made: type) -> Callable[..., None]:
    known: dict[str, Any] = {"_set": object.__setattr__, "_unsaid": MISSING}
    first: list[str] = ["self"]
    named: list[str] = []
    body: list[str] = []
    for each in fields(made):
        value = each.name
        if each.default_factory is not MISSING:
            known[f"_new_{each.name}"] = each.default_factory
            value = f"_new_{each.name}() if {each.name} is _unsaid else {each.name}"
            said = f"{each.name}=_unsaid"
        elif each.default is not MISSING:
            known[f"_else_{each.name}"] = each.default
            said = f"{each.name}=_else_{each.name}"
        else:
            said = each.name
        (named if each.kw_only else first).append(said)
        body.append(f" _set(self, {each.name!r}, {value})")
    said = ", ".join([*first, *(["*", *named] if named else [])])
    source = f"def __init__({said}):\n" + ("\n".join(body) or " pass")
    exec(source, known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    return init
