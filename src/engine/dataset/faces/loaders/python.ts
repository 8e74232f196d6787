import { VERSION } from '../../../../contract/version.ts';
import type { Table } from '../../fields/field.ts';
import { loaderFace } from './loader.ts';
import { specOf } from './spec.ts';

const READER = `
FOLDER = pathlib.Path(__file__).resolve().parent


def _cell(column, text):
    """One cell in its type; None is a missing value, and never a zero."""
    if text == "":
        return None
    kind = column["type"]
    if kind == "integer":
        return int(text)
    if kind == "number":
        return float(text)
    if kind == "boolean":
        return text == "true"
    if kind == "datetime":
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return text[1:] if "escaped" in column and text.startswith("'") else text


def read_table(name, folder=FOLDER):
    """The rows of one table: a list of dictionaries by column."""
    columns = TABLES[name]["columns"]
    # A quote may be long.
    csv.field_size_limit(2**31 - 1)
    with open(pathlib.Path(folder) / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [
            {column["name"]: _cell(column, text) for column, text in zip(columns, row)}
            for row in itertools.islice(csv.reader(file), 1, None)
        ]


def load(folder=FOLDER):
    """Every table by its name, as lists of dictionaries. Needs the standard library only."""
    return {name: read_table(name, folder) for name in TABLES}


def frames(folder=FOLDER):
    """Every table by its name, as pandas data frames: nullable types, categories in their order, labels in attrs."""
    import pandas

    types = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "string"}
    made = {}
    for name, table in TABLES.items():
        rows = read_table(name, folder)
        frame = pandas.DataFrame(index=range(len(rows)))
        for column in table["columns"]:
            cells = [row[column["name"]] for row in rows]
            if column["type"] == "category":
                series = pandas.Series(pandas.Categorical(cells, categories=list(column["values"])))
            elif column["type"] == "datetime":
                series = pandas.Series(pandas.to_datetime(cells, utc=True))
            else:
                series = pandas.Series(cells, dtype=types[column["type"]])
            frame[column["name"]] = series
        frame.attrs["title"] = table["title"]
        frame.attrs["labels"] = {column["name"]: column["label"] for column in table["columns"]}
        made[name] = frame
    return made


if __name__ == "__main__":
    for name, rows in load().items():
        print(f"{name}: {len(rows)} rows")
`;

/** The tables with a loader for Python. */
export const PYTHON = loaderFace({
  format: 'python',
  about: 'CSV with load.py, which gives the tables typed and labelled in Python, with pandas or without.',
  script: 'load.py',
  begin: (tables) => ({ write: () => scriptOf(tables) }),
});

function scriptOf(described: readonly Table[]): string {
  const tables = Object.fromEntries(described.map(specOf).map(({ name, ...rest }) => [name, rest]));
  return `"""Loads the tables of this dataset with their types and labels. Written by Colligo ${VERSION}.

In Python:  import runpy; dataset = runpy.run_path("load.py")["load"]()
pandas:     dataset = runpy.run_path("load.py")["frames"]()

None (in pandas: NA) is a missing value: in matrix, presence is 1, 0 or "not judged", which is missing and not zero.
DICTIONARY.md explains every table and column.
"""

import csv
import datetime
import itertools
import pathlib

# By table: its title, its key, what its columns refer to, and its columns with types, labels and values.
TABLES = ${JSON.stringify(tables, null, 4)}
${READER}`;
}
