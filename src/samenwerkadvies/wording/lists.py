"""Numbers with their word, as a sentence has them."""


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its word.

    >>> counted(1, "regel", "regels")
    '1 regel'
    """
    return f"{number} {one if number == 1 else many}"
