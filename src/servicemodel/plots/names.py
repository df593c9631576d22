"""Names beside points: none covers another, and one that finds no room is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from servicemodel.plots.pictures import SMALL, width_of

DOT = 6.0  # size of a point
_AIR = 1.5  # beside a name


@attrs.frozen
class Box:
    """A stretch of the drawing that is taken, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether two stretches overlap."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )


def place_names(
    points: Sequence[tuple[float, float, str]],
    taken: Sequence[Box],
    width: float,
    height: float,
    lines: Sequence[Box] = (),
) -> list[tuple[float, float, str] | None]:
    """Find each name a place beside its point that covers nothing; ``None`` where there is none, or no name.

    Parameters
    ----------
    points : sequence of (x, y, name)
        In points from the lower left corner; the most important first.
    taken : sequence of Box
        What must not be covered besides the points.
    width, height : float
        Of the drawing, in points.
    lines : sequence of Box
        What is covered only where names would find no room otherwise.

    Returns
    -------
    list of (dx, dy, alignment) or None
        How far from its point each name begins.
    """
    page = Box(0, 0, width, height)
    everyone, apart = range(len(points)), [i for i in range(len(points)) if _stands_apart(i, points)]
    tries = [_place(points, taken, page, dict.fromkeys(some, lines)) for some in (everyone, apart, ())]
    return min(tries, key=lambda spots: sum(spot is None for spot in spots))


def _place(
    points: Sequence[tuple[float, float, str]], taken: Sequence[Box], page: Box, lines: Mapping[int, Sequence[Box]]
) -> list[tuple[float, float, str] | None]:
    boxes = [*taken, *(dot_box(x, y) for x, y, _ in points)]
    spots: list[tuple[float, float, str] | None] = []
    for i, (x, y, name) in enumerate(points):
        spot = _spot(x, y, name, [*boxes, *lines.get(i, ())], page) or _spot(x, y, name, boxes, page) if name else None
        spots.append(None if spot is None else spot[0])
        if spot is not None:
            boxes.append(spot[1])
    return spots


def _stands_apart(at: int, points: Sequence[tuple[float, float, str]]) -> bool:
    """Whether no other point is so near that their names could meet."""
    x, y, name = points[at]
    return not any(
        abs(x - other_x) < width_of(name, SMALL) + width_of(other, SMALL) and abs(y - other_y) < _NEAR
        for i, (other_x, other_y, other) in enumerate(points)
        if i != at
    )


_NEAR = 3 * SMALL  # names above and below their points meet within this


def dot_box(x: float, y: float) -> Box:
    """Return what a point takes."""
    radius = DOT / 2 + 1
    return Box(x - radius, y - radius, x + radius, y + radius)


def _spot(
    x: float, y: float, name: str, boxes: Sequence[Box], page: Box
) -> tuple[tuple[float, float, str], Box] | None:
    width, up = width_of(name, SMALL), SMALL
    gap = DOT / 2 + 3
    for dx, dy, ha in (
        (gap, up / 2, "left"),
        (-gap, up / 2, "right"),
        (0, gap + up, "center"),
        (0, -gap, "center"),
        (gap, gap + up, "left"),
        (gap, -gap, "left"),
        (-gap, gap + up, "right"),
        (-gap, -gap, "right"),
    ):
        start = x + dx - {"left": 0.0, "center": width / 2, "right": width}[ha]
        box = Box(start - _AIR, y + dy - up, start + width + _AIR, y + dy)
        inside = box.left >= page.left and box.right <= page.right and box.bottom >= page.bottom and box.top <= page.top
        if inside and not any(box.meets(other) for other in boxes):
            return (dx, dy, ha), box
    return None
