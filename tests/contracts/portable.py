"""The SQL that two engines understand alike: what is allowed, told by walking the parsed statement."""

from __future__ import annotations

import sqlglot
from sqlglot import exp

ALLOWED = (
    exp.Abs, exp.And, exp.Or, exp.ArrayContains, exp.Case, exp.Cast, exp.Coalesce, exp.Count, exp.DateDiff, exp.Exists,
    exp.Extract, exp.Greatest, exp.If, exp.Least, exp.Max, exp.Min, exp.Nullif, exp.Rank, exp.RowNumber, exp.Sum,
)  # fmt: skip
REFUSED = {
    exp.Qualify: "qualify",
    exp.In: "in: write list_contains",
    exp.Lambda: "a lambda",
    exp.Unnest: "unnest",
    exp.Bracket: "an index",
    exp.Array: "a list",
    exp.Struct: "a struct",
    exp.Pivot: "pivot",
    exp.DPipe: "||, which makes null of null in one engine alone",
    exp.ILike: "ilike",
    exp.GroupingSets: "grouping sets",
}


def nonportable(sql: str) -> list[str]:
    """What stands in the statement and a second engine reads otherwise or not at all; empty when all is well."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    found = [said for kind, said in REFUSED.items() if tree.find(kind)]
    found += [node.sql_name() for node in tree.find_all(exp.Func) if not isinstance(node, ALLOWED)]
    found += ["group by all" for node in tree.find_all(exp.Group) if node.args.get("all")]
    found += ["* with conditions" for node in tree.find_all(exp.Star) if any(node.args.values())]
    found += [f"a ratio that isn't double: {n.sql()}" for n in tree.find_all(exp.Div) if not _is_double(n)]
    try:
        sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    except sqlglot.errors.UnsupportedError as error:
        found.append(str(error))
    return found


def _is_double(node: exp.Expression) -> bool:
    """Whether an arithmetic expression is cast to double where it stands: DECIMAL ÷ DECIMAL differs by engine."""
    if isinstance(node, exp.Cast):
        return bool(node.is_type("double"))
    if isinstance(node, exp.Binary):
        return _is_double(node.left) or _is_double(node.right)
    return isinstance(node, (exp.Paren, exp.Nullif, exp.Coalesce)) and _is_double(node.this)
