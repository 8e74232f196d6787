import { VERSION } from '../../../../contract/version.ts';
import type { Table } from '../../fields/field.ts';
import { loaderFace } from './loader.ts';
import { type ColumnSpec, specOf, type TableSpec } from './spec.ts';

const READER = `
  typed <- function(cells, column) {
    if (!is.null(column$escaped)) {
      marked <- !is.na(cells) & startsWith(cells, "'")
      cells[marked] <- substring(cells[marked], 2)
    }
    made <- switch(column$type,
      integer = as.integer(cells),
      number = as.numeric(cells),
      boolean = cells == "true",
      datetime = as.POSIXct(cells, format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC"),
      category = factor(cells, levels = names(column$values)),
      cells
    )
    attr(made, "label") <- column$label
    if (!is.null(column$values)) {
      values <- names(column$values)
      labels <- if (column$type == "integer") as.integer(values) else values
      attr(made, "labels") <- setNames(labels, unname(column$values))
    }
    made
  }

  load <- function(name, table) {
    file <- file.path(folder, paste0(name, ".csv"))
    # Everything is text first: a program that guesses makes a missing value of a code called "NA".
    rows <- read.csv(
      file,
      colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE
    )
    for (column in names(table$columns)) rows[[column]] <- typed(rows[[column]], table$columns[[column]])
    attr(rows, "label") <- table$title
    attr(rows, "key") <- table$key
    attr(rows, "refers") <- table$refers
    rows
  }

  Map(load, names(tables), tables)
`;

/** The tables with a loader for R. */
export const R = loaderFace({
  format: 'r',
  about: 'CSV with load.R, which gives the tables as data frames with types, factors and labels in R.',
  script: 'load.R',
  begin: (tables) => ({ write: () => scriptOf(tables) }),
});

function scriptOf(tables: readonly Table[]): string {
  return `# Loads the tables of this dataset with their types, factor levels and labels. Written by Colligo ${VERSION}.
#
#   dataset <- source("load.R", chdir = TRUE, encoding = "UTF-8")$value
#   table(dataset$matrix$code_path, dataset$matrix$presence, useNA = "ifany")
#
# It needs nothing but R. NA is a missing value: in matrix, presence is 1, 0 or "not judged", which is NA and not zero.
# Each column has its meaning in attr(, "label"), its values in attr(, "labels"); tables have "key" and "refers".
# DICTIONARY.md explains every table and column.

local({
  folder <- "."

  tables <- list(
${tables.map(specOf).map(tableOf).join(',\n')}
  )
${READER}})
`;
}

function tableOf({ name, title, key, refers, columns }: TableSpec): string {
  const to = Object.entries(refers).map(([column, [table, of]]) => `${column} = ${quoted(`${table}.${of}`)}`);
  return `    ${name} = list(
      title = ${quoted(title)},
      key = c(${key.map(quoted).join(', ')}),
      refers = c(${to.join(', ')}),
      columns = list(
${columns.map((column) => `        ${columnOf(column)}`).join(',\n')}
      )
    )`;
}

function columnOf({ name, type, label, escaped, values }: ColumnSpec): string {
  const listed = Object.entries(values ?? {}).map(([value, meaning]) => `\`${value}\` = ${quoted(meaning)}`);
  const parts = [
    `type = ${quoted(type)}`,
    `label = ${quoted(label)}`,
    ...(escaped ? ['escaped = TRUE'] : []),
    ...(listed.length > 0 ? [`values = c(${listed.join(', ')})`] : []),
  ];
  return `${name} = list(${parts.join(', ')})`;
}

/** A string of R: what is not ASCII as \u, whatever encoding the script is read in. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/[^\x20-\x7e]/gu, (sign) => `\\U{${sign.codePointAt(0)?.toString(16)}}`)}"`;
