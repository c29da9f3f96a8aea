"""The list of all attacks, in the order in which their modules declare them."""

from dataclasses import dataclass
from typing import Callable

ATTACKS = []


@dataclass
class Attack:
    """Sends something and yields the answers to it.

    `allowed` are statuses, error codes, CLOSED or SILENT; an answer is right if one of its own is
    among them. Without any, every answer is right that is none of the findings that hold for all.
    """

    name: str
    allowed: tuple
    act: Callable


def attack(name, *allowed):
    """Declares a function of a target as an attack."""
    def declare(act):
        ATTACKS.append(Attack(name, allowed, act))
        return act
    return declare
