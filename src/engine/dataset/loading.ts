/** How to load the dataset, for the data dictionary; a test runs the Python. */
export const LOADING = `## Loading it

Read every cell as text first, undo the escape, then make numbers of the columns that are numbers. Telling a program to guess types turns a code called "NA" into a missing value and empty cells into something else.

### R

\`\`\`r
read_table <- function(file) {
  table <- read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8")
  table[] <- lapply(table, function(cell) ifelse(!is.na(cell) & startsWith(cell, "'"), substring(cell, 2), cell))
  table
}

judgements <- read_table("matrix.csv")
judgements$presence <- as.integer(judgements$presence)             # 1, 0 and NA: NA is "not judged"
judgements$share_of_words <- as.numeric(judgements$share_of_words)
table(judgements$code_path, judgements$presence, useNA = "ifany")

codings <- read_table("codings.csv")
file <- file.path("texts", paste0(codings$document_id[1], ".txt"))
text <- readChar(file, file.size(file), useBytes = TRUE)
Encoding(text) <- "UTF-8"
substr(text, as.integer(codings$start[1]) + 1, as.integer(codings$end[1]))  # equals codings$quote[1]
\`\`\`

R reads every line end within a cell as LF.

### Python

\`\`\`python
import csv

csv.field_size_limit(2**31 - 1)  # a quote may be long


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [
            {column: cell[1:] if cell.startswith("'") else cell for column, cell in row.items()}
            for row in csv.DictReader(file)
        ]


matrix = read_table("matrix.csv")
presence = [None if row["presence"] == "" else int(row["presence"]) for row in matrix]  # None is "not judged"

for coding in read_table("codings.csv"):
    if coding["start"] != "":
        with open(f"texts/{coding['document_id']}.txt", encoding="utf-8", newline="") as file:
            assert file.read()[int(coding["start"]) : int(coding["end"])] == coding["quote"]
\`\`\`

With pandas: \`pandas.read_csv("matrix.csv", dtype=str, keep_default_na=False, na_values=[""])\`, then \`.str.replace("^'", "", regex=True)\` on each column.

### Spreadsheets

Import the files (Data › From Text/CSV) as UTF-8 with every column as text, rather than opening them by a double click, which guesses.
`;
