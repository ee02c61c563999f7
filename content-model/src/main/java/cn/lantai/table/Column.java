package cn.lantai.table;

/**
 * A column of a table.
 *
 * @param heading the Chinese heading, as tables are written
 * @param english the English heading, which is recognised as well
 * @param required whether an empty cell keeps the row out
 */
public record Column(String heading, String english, boolean required) {}
